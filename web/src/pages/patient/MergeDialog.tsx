import { Button, Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { ListSnapshot, RowPatient } from "../../api/types";
import { useRequest } from "../../api/useRequest";
import { redirect } from "../../app/router";
import { literal } from "../../i18n/literal";
import { useTexts } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { useTeamCommand } from "../../live/useTeamCommand";
import { AudienceQuestion, isAudienceQuestion } from "../../patient/AudienceQuestion";
import { BothIdentities } from "../../patient/BothIdentities";
import { PatientIdentity } from "../../patient/Identity";
import { LoadedView } from "../../ui/LoadedView";
import { ModalDialog } from "../../ui/ModalDialog";
import styles from "./MergeDialog.module.css";
import { findMergeCandidates } from "./mergeCandidates.model";
import { usePatientContext } from "./PatientContext";

interface CandidatesProps {
  readonly rows: readonly RowPatient[];
  readonly choose: (patient: RowPatient) => void;
}

/** The patients of a list to choose from; who could be taken for this patient comes first. */
function Candidates({ rows, choose }: CandidatesProps) {
  const texts = useTexts();
  const { patient } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const [sought, setSought] = useState("");
  const found = findMergeCandidates(patient, rows, { sought, today, texts });
  return (
    <>
      <Field label={texts.text("find-by-name-or-number")}>
        <Input value={sought} autoComplete="off" onChange={(_, { value }) => setSought(value)} />
      </Field>
      {found.length === 0 && <p>{texts.text("no-patient-found")}</p>}
      <ul className={styles.candidates}>
        {found.map((candidate) => (
          <li key={candidate.id}>
            <button type="button" className={styles.candidate} onClick={() => choose(candidate)}>
              <PatientIdentity identity={candidate.identity} today={today} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Choosing({ choose }: Pick<CandidatesProps, "choose">) {
  const { text } = useTexts();
  const { team, loaded, list } = usePatientContext();
  const [from, setFrom] = useState(list?.id ?? loaded.lists[0]?.id ?? "");
  const rows = useRequest<ListSnapshot>(`/api/teams/${team}/lists/${from}`);
  return (
    <>
      <Field label={text("list-to-look-in")}>
        <Select value={from} onChange={(_, { value }) => setFrom(value)}>
          {loaded.lists.map(({ id, name }) => (
            <option key={id} value={id}>
              {literal(name)}
            </option>
          ))}
        </Select>
      </Field>
      <LoadedView loaded={rows}>
        {(snapshot) => <Candidates rows={snapshot.rows.map((row) => row.patient)} choose={choose} />}
      </LoadedView>
    </>
  );
}

/** Two records are one person: choose the other one, compare both, say which is kept. */
export function MergeDialog({ close }: { readonly close: () => void }) {
  const { text } = useTexts();
  const { patient, live, team, list, read } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const [other, setOther] = useState<RowPatient>();
  const [kept, setKept] = useState<"this" | "other">("this");
  const { perform, problem, forget, isBusy } = useTeamCommand(live);
  const isAsked = isAudienceQuestion(problem);
  const submit = async () => {
    if (!other) return;
    const [keep, drop] = kept === "this" ? [patient.id, other.id] : [other.id, patient.id];
    const command = { type: "merge_patients", patient: keep, duplicate: drop, confirm_audience: isAsked } as const;
    if (!(await perform(command))) return;
    close();
    if (kept === "this") await read();
    else if (list) redirect("patient", { team, list: list.id, patient: keep });
    else redirect("unlisted", { team, patient: keep });
  };
  const back = () => {
    setOther(undefined);
    forget();
  };
  return (
    <ModalDialog
      title={text("merge-title")}
      onClose={close}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          {other && <Button onClick={back}>{text("choose-another")}</Button>}
          {other && (
            <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
              {text(isAsked ? "let-them-see" : "merge")}
            </Button>
          )}
        </>
      }
    >
      {other ? (
        <>
          <BothIdentities
            first={{ label: text("this-record"), identity: patient.identity }}
            second={{ label: text("other-record"), identity: other.identity }}
            today={today}
          />
          <Field label={text("which-is-kept")}>
            <RadioGroup value={kept} onChange={(_, { value }) => setKept(value === "other" ? "other" : "this")}>
              <Radio value="this" label={text("this-record")} />
              <Radio value="other" label={text("other-record")} />
            </RadioGroup>
          </Field>
          <p>{text("merge-what")}</p>
          <AudienceQuestion problem={problem} />
        </>
      ) : (
        <>
          <PatientIdentity identity={patient.identity} today={today} />
          <Choosing choose={setOther} />
        </>
      )}
    </ModalDialog>
  );
}
