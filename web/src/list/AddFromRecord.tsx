import { Button } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { request } from "../api/client";
import { type EhrSearch, type EhrSearchAnswer, RECORD_TIMEOUT_MS } from "../api/record";
import { useCommand } from "../api/useCommand";
import { useTexts } from "../i18n/useText";
import { announce } from "../ui/announcer";
import { ModalDialog } from "../ui/ModalDialog";
import { ProblemBar } from "../ui/ProblemBar";
import styles from "./AddFromRecord.module.css";
import AddPatientDialog from "./AddPatientDialog";
import { useListContext } from "./ListContext";
import { RecordHits } from "./RecordHits";
import { RecordSearchForm } from "./RecordSearchForm";
import { identityOfSearch, NO_SEARCH, readSearch, type SearchDraft, type SearchProblems } from "./recordSearch.model";

interface SearchDialogProps {
  readonly typeIn: (typed: SearchDraft) => void;
  readonly close: () => void;
}

function SearchDialog({ typeIn, close }: SearchDialogProps) {
  const texts = useTexts();
  const { text } = texts;
  const { team, fieldContext } = useListContext();
  const [draft, setDraft] = useState(NO_SEARCH);
  const [problems, setProblems] = useState<SearchProblems>({});
  const [answer, setAnswer] = useState<EhrSearchAnswer>();
  const [needsReason, setNeedsReason] = useState(false);
  // What is searched goes in the body: nothing of a patient stands in an address.
  const send = useCallback(
    (_: string, body: EhrSearch) =>
      request<EhrSearchAnswer>(`/api/teams/${team}/ehr/search`, {
        method: "POST",
        body,
        timeoutMs: RECORD_TIMEOUT_MS,
      }),
    [team],
  );
  const { perform, problem, forget, isBusy } = useCommand(send);
  const isAskedWhy = needsReason || problem?.code === "reason_required";

  const change = (next: typeof draft) => {
    setDraft(next);
    setProblems({});
    setNeedsReason(isAskedWhy);
    forget();
  };
  const search = async () => {
    const result = readSearch(draft, fieldContext.today, isAskedWhy, texts);
    setProblems(result.ok ? {} : result.problems);
    if (!result.ok) {
      announce(Object.values(result.problems).join(" "), "urgent");
      return;
    }
    setAnswer(undefined);
    const found = await perform(result.search);
    if (found) setAnswer(found);
  };
  return (
    <ModalDialog
      title={text("find-in-record")}
      onClose={() => draft === NO_SEARCH && close()}
      onSubmit={() => void search()}
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
      <RecordSearchForm
        draft={draft}
        setDraft={change}
        problems={problems}
        needsReason={isAskedWhy}
        today={fieldContext.today}
      />
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
