import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { PatientStatus } from "../api/types";
import { useText, useTexts } from "../i18n/useText";
import { useTeamCommand } from "../live/useTeamCommand";
import { IdentityForm } from "../patient/IdentityForm";
import { type IdentityDraft, type IdentityRead, identityDraft, readIdentity } from "../patient/identityForm.model";
import { STATUSES } from "../patient/status";
import { ModalDialog } from "../ui/ModalDialog";
import { notify } from "../ui/notices";
import { ProblemBar } from "../ui/ProblemBar";
import { DuplicateQuestion } from "./DuplicateQuestion";
import { parseDuplicates } from "./duplicates.model";
import { useListContext } from "./ListContext";

const OFFERED = ["present", "expected"] as const satisfies readonly PatientStatus[];

interface AddPatientDialogProps {
  /** What was typed before, where it was not found in the record. */
  readonly typed?: Partial<IdentityDraft>;
  readonly close: () => void;
}

/** Adds a patient to the list; where the team may have the person already, somebody has to say whether it is the same one. */
export default function AddPatientDialog({ typed, close }: AddPatientDialogProps) {
  const text = useText();
  const { language } = useTexts();
  const { live, list, fields, fieldContext } = useListContext();
  const [start] = useState(() => ({ ...identityDraft({}, language), ...typed }));
  const [draft, setDraft] = useState(start);
  const [place, setPlace] = useState("");
  const [status, setStatus] = useState<(typeof OFFERED)[number]>("present");
  const [problems, setProblems] = useState<Extract<IdentityRead, { ok: false }>["problems"]>({});
  const [isDistinct, setDistinct] = useState(false);
  const { perform, problem, forget, isBusy } = useTeamCommand(live);
  const duplicates = parseDuplicates(problem);
  const placeField = fields[0]?.type === "place" ? fields[0] : undefined;

  const change = (next: typeof draft) => {
    setDraft(next);
    setProblems({});
    setDistinct(false);
    forget();
  };
  const save = async () => {
    const result = readIdentity(draft, fieldContext.today);
    setProblems(result.ok ? {} : result.problems);
    if (!result.ok || (duplicates && !isDistinct)) return;
    const values = placeField && place.trim() !== "" ? [{ field: placeField.id, value: place.trim() }] : [];
    const { identity } = result;
    const added = await perform({ type: "add_patient", list, identity, status, values, distinct: isDistinct });
    if (!added) return;
    notify("success", text("patient-added"));
    close();
  };
  const isTouched = draft !== start || place !== "" || typed !== undefined;
  return (
    <ModalDialog
      title={text("add-patient")}
      onClose={close}
      isTouched={isTouched}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button
            appearance="primary"
            type="submit"
            disabledFocusable={isBusy || (duplicates !== undefined && !isDistinct)}
          >
            {text("add-patient-do")}
          </Button>
        </>
      }
    >
      <IdentityForm draft={draft} setDraft={change} problems={problems} today={fieldContext.today} />
      {placeField && (
        <Field label={placeField.name}>
          <Input value={place} maxLength={100} autoComplete="off" onChange={(_, { value }) => setPlace(value)} />
        </Field>
      )}
      <Field label={text("patient-status")}>
        <Select
          value={status}
          onChange={(_, { value }) => setStatus(OFFERED.find((offered) => offered === value) ?? "present")}
        >
          {OFFERED.map((offered) => (
            <option key={offered} value={offered}>
              {text(STATUSES[offered])}
            </option>
          ))}
        </Select>
      </Field>
      {duplicates ? (
        <>
          <DuplicateQuestion duplicates={duplicates} done={close} />
          <Checkbox
            label={text("duplicate-is-somebody-else")}
            checked={isDistinct}
            onChange={(_, { checked }) => setDistinct(checked === true)}
          />
        </>
      ) : (
        <ProblemBar problem={problem} />
      )}
    </ModalDialog>
  );
}
