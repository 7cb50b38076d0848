import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../i18n/useText";
import { ModalDialog } from "../ui/ModalDialog";
import { ProblemBar } from "../ui/ProblemBar";
import styles from "./AddFromRecord.module.css";
import AddPatientDialog from "./AddPatientDialog";
import { useListContext } from "./ListContext";
import { RecordHits } from "./RecordHits";
import { RecordSearchForm } from "./RecordSearchForm";
import { identityOfSearch, NO_SEARCH, type SearchDraft } from "./recordSearch.model";
import { useRecordSearch } from "./useRecordSearch";

interface SearchDialogProps {
  readonly typeIn: (typed: SearchDraft) => void;
  readonly close: () => void;
}

function SearchDialog({ typeIn, close }: SearchDialogProps) {
  const text = useText();
  const { team, fieldContext } = useListContext();
  const { today } = fieldContext;
  const [draft, setDraft] = useState(NO_SEARCH);
  const { answer, problem, problems, isBusy, needsReason, changed, search } = useRecordSearch(team, today);
  const change = (next: SearchDraft) => {
    setDraft(next);
    changed();
  };
  return (
    <ModalDialog
      title={text("find-in-record")}
      onClose={close}
      isTouched={draft !== NO_SEARCH}
      onSubmit={() => void search(draft)}
      actions={
        <>
          <Button onClick={() => typeIn(draft)}>{text("type-in-yourself")}</Button>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance={answer ? "secondary" : "primary"} type="submit" disabledFocusable={isBusy}>
            {text("find-in-record-do")}
          </Button>
        </>
      }
    >
      <p className={styles.rule}>{text("find-in-record-rule")}</p>
      <RecordSearchForm draft={draft} setDraft={change} problems={problems} needsReason={needsReason} today={today} />
      <ProblemBar problem={problem} />
      {answer && <RecordHits answer={answer} done={close} />}
    </ModalDialog>
  );
}

/** Adds a patient to the list from the hospital's record, or typed in by hand where the record does not have them. */
export default function AddFromRecord({ close }: { readonly close: () => void }) {
  const [typed, setTyped] = useState<SearchDraft>();
  if (typed) return <AddPatientDialog typed={identityOfSearch(typed)} close={close} />;
  return <SearchDialog typeIn={setTyped} close={close} />;
}
