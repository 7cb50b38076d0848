import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { TeamCommand } from "../../api/types";
import { redirect } from "../../app/router";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { useTeamCommand } from "../../live/useTeamCommand";
import { AudienceQuestion, isAudienceQuestion } from "../../patient/AudienceQuestion";
import { PatientIdentity } from "../../patient/Identity";
import { ModalDialog } from "../../ui/ModalDialog";
import { usePatientContext } from "./PatientContext";

interface PlaceDialogProps {
  /** The list that the patient leaves by it; undefined where they come to one more list. */
  readonly from: string | undefined;
  readonly close: () => void;
}

/** Puts the patient on another list; asks first where more people would see them. */
export function PlaceDialog({ from, close }: PlaceDialogProps) {
  const text = useText();
  const { patient, loaded, live, list, team, read } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const choices = loaded.lists.filter(({ id }) => !patient.lists.includes(id));
  const [to, setTo] = useState(choices[0]?.id ?? "");
  const { perform, problem, forget, isBusy } = useTeamCommand(live);
  const isAsked = isAudienceQuestion(problem);
  const submit = async () => {
    if (to === "") return;
    const command: TeamCommand =
      from === undefined
        ? { type: "add_patient_to_list", patient: patient.id, list: to, confirm_audience: isAsked }
        : { type: "move_patient", patient: patient.id, from, to, confirm_audience: isAsked };
    if (!(await perform(command))) return;
    close();
    // Whom one moves out of the list that is looked at, one follows.
    if (from !== undefined && from === list?.id) redirect("patient", { team, list: to, patient: patient.id });
    else await read();
  };
  const action = text(from === undefined ? "add-to-list-do" : "move-to-list-do");
  return (
    <ModalDialog
      title={text(from === undefined ? "add-to-list-title" : "move-to-list-title")}
      onClose={close}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy || to === ""}>
            {isAsked ? text("let-them-see") : action}
          </Button>
        </>
      }
    >
      <PatientIdentity identity={patient.identity} today={today} />
      {choices.length === 0 ? (
        <p>{text("on-all-lists")}</p>
      ) : (
        <Field label={text("list")}>
          <Select
            value={to}
            onChange={(_, { value }) => {
              setTo(value);
              forget();
            }}
          >
            {choices.map(({ id, name }) => (
              <option key={id} value={id}>
                {literal(name)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <AudienceQuestion problem={problem} />
    </ModalDialog>
  );
}
