import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { EhrHit, EhrSearchAnswer } from "../../api/record";
import { useTexts } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { RecordSearchForm } from "../../list/RecordSearchForm";
import { NO_SEARCH, type SearchDraft } from "../../list/recordSearch.model";
import { useRecordSearch } from "../../list/useRecordSearch";
import { PatientIdentity } from "../../patient/Identity";
import { identityLine, identityWords } from "../../patient/identity.model";
import { Hidden } from "../../ui/Hidden";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./LinkDialog.module.css";
import { usePatientContext } from "./PatientContext";

/** A number names one person: with the names beside it, a record that writes one of them otherwise would find nobody. */
function narrowed(draft: SearchDraft): SearchDraft {
  const { mrn, id, reason } = draft;
  return mrn.trim() === "" && id.trim() === "" ? draft : { ...NO_SEARCH, mrn, id, reason };
}

interface HitsProps {
  readonly answer: EhrSearchAnswer;
  readonly choose: (hit: EhrHit) => void;
}

function Hits({ answer: { patients, total, has_more: hasMore }, choose }: HitsProps) {
  const texts = useTexts();
  const { text } = texts;
  const { today } = useCellContext().fieldContext;
  return (
    <section aria-label={text("found-patients")} className={styles.found}>
      <p role="status">
        {text("found-count", { count: Math.max(total ?? 0, patients.length) })}{" "}
        {hasMore && <strong>{text("found-narrow", { shown: patients.length })}</strong>}
      </p>
      <ul className={styles.hits}>
        {patients.map((hit) => (
          <li key={hit.id} className={styles.hit}>
            <PatientIdentity identity={hit.identity} today={today} />
            <Button onClick={() => choose(hit)}>
              {text("link-compare")}
              <Hidden> {identityLine(identityWords(hit.identity, today, texts))}</Hidden>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LinkSearchProps {
  readonly draft: SearchDraft;
  readonly setDraft: (draft: SearchDraft) => void;
  readonly choose: (hit: EhrHit) => void;
  readonly close: () => void;
}

/** First step: which patient of the record is meant. */
export function LinkSearch({ draft, setDraft, choose, close }: LinkSearchProps) {
  const { text } = useTexts();
  const { patient, team } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const [start] = useState(draft);
  const { answer, problem, problems, isBusy, needsReason, changed, search } = useRecordSearch(team, today);
  const change = (next: SearchDraft) => {
    setDraft(next);
    changed();
  };
  return (
    <ModalDialog
      title={text("link-patient-title")}
      onClose={close}
      isTouched={draft !== start}
      onSubmit={() => void search(narrowed(draft))}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance={answer ? "secondary" : "primary"} type="submit" disabledFocusable={isBusy}>
            {text("find-in-record-do")}
          </Button>
        </>
      }
    >
      <PatientIdentity identity={patient.identity} today={today} />
      <p className={styles.rule}>{text("find-in-record-rule")}</p>
      <RecordSearchForm draft={draft} setDraft={change} problems={problems} needsReason={needsReason} today={today} />
      <ProblemBar problem={problem} />
      {answer && <Hits answer={answer} choose={choose} />}
    </ModalDialog>
  );
}
