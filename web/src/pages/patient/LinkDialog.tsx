import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { request } from "../../api/client";
import type { Problem } from "../../api/problem";
import { type EhrHit, type EhrSearch, type EhrSearchAnswer, RECORD_TIMEOUT_MS } from "../../api/record";
import type { Identity } from "../../api/types";
import { useCommand } from "../../api/useCommand";
import { useTexts } from "../../i18n/useText";
import { parseDuplicates } from "../../list/duplicates.model";
import { useCellContext } from "../../list/ListContext";
import { RecordSearchForm } from "../../list/RecordSearchForm";
import { NO_SEARCH, readSearch, type SearchDraft, type SearchProblems } from "../../list/recordSearch.model";
import { useTeamCommand } from "../../live/useTeamCommand";
import { CompareIdentities } from "../../patient/CompareIdentities";
import { PatientIdentity } from "../../patient/Identity";
import { identityLine, identityWords } from "../../patient/identity.model";
import { identityDraft } from "../../patient/identityForm.model";
import { announce } from "../../ui/announcer";
import { Hidden } from "../../ui/Hidden";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./LinkDialog.module.css";
import { usePatientContext } from "./PatientContext";

/** The search begins with what the team knows of the patient. */
function searchFor(identity: Identity, language: "en" | "fr"): SearchDraft {
  const { family, given, born, sex } = identityDraft(identity, language);
  const mrn = identity.identifiers?.find(({ type }) => type === "MR")?.value ?? "";
  return mrn === "" ? { ...NO_SEARCH, family, given, born, sex } : { ...NO_SEARCH, mrn };
}

/** A number names one person: with the names beside it, a record that writes one of them otherwise would find nobody. */
function narrowed(draft: SearchDraft): SearchDraft {
  const { mrn, id, reason } = draft;
  return mrn.trim() === "" && id.trim() === "" ? draft : { ...NO_SEARCH, mrn, id, reason };
}

/** Searches the record; what is searched goes in the body, nothing of a patient stands in an address. */
function useRecordSearch(team: string) {
  const send = useCallback(
    (_: string, body: EhrSearch) =>
      request<EhrSearchAnswer>(`/api/teams/${team}/ehr/search`, { method: "POST", body, timeoutMs: RECORD_TIMEOUT_MS }),
    [team],
  );
  return useCommand(send);
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

interface FindingProps {
  readonly draft: SearchDraft;
  readonly setDraft: (draft: SearchDraft) => void;
  readonly choose: (hit: EhrHit) => void;
  readonly close: () => void;
}

/** First step: which patient of the record is meant. */
function Finding({ draft, setDraft, choose, close }: FindingProps) {
  const texts = useTexts();
  const { text } = texts;
  const { patient, team } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const [problems, setProblems] = useState<SearchProblems>({});
  const [answer, setAnswer] = useState<EhrSearchAnswer>();
  const [isAskedWhy, setAskedWhy] = useState(false);
  const { perform, problem, isBusy } = useRecordSearch(team);
  const needsReason = isAskedWhy || problem?.code === "reason_required";
  const search = async () => {
    setAskedWhy(needsReason);
    const result = readSearch(narrowed(draft), today, needsReason, texts);
    setProblems(result.ok ? {} : result.problems);
    if (!result.ok) return announce(Object.values(result.problems).join(" "), "urgent");
    setAnswer(undefined);
    setAnswer(await perform(result.search));
  };
  return (
    <ModalDialog
      title={text("link-patient-title")}
      onClose={close}
      onSubmit={() => void search()}
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
      <RecordSearchForm draft={draft} setDraft={setDraft} problems={problems} needsReason={needsReason} today={today} />
      <ProblemBar problem={problem} />
      {answer && <Hits answer={answer} choose={choose} />}
    </ModalDialog>
  );
}

/** The record's identity as the refusal carries it: read from the record a moment ago. */
const recordOf = (problem: Problem | undefined): Identity | undefined =>
  problem?.code === "confirm_identity" ? (problem.details.record as Identity) : undefined;

/** Why the link was refused, other than that it is to be confirmed. */
function LinkProblem({ problem }: { readonly problem: Problem | undefined }) {
  const { text } = useTexts();
  const { today } = useCellContext().fieldContext;
  const duplicates = parseDuplicates(problem);
  if (!duplicates) return problem?.code === "confirm_identity" ? null : <ProblemBar problem={problem} />;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {text("link-taken")}
        {duplicates.candidates.map(({ id, identity }) => (
          <PatientIdentity key={id} identity={identity} today={today} />
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}

interface ConfirmingProps {
  readonly record: Identity;
  /** Confirms; undefined where there is nothing to confirm. */
  readonly confirm: (() => void) | undefined;
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly back: () => void;
  readonly close: () => void;
}

/** Second step: both identities side by side, and a person says that they are one. */
function Confirming({ record, confirm, problem, isBusy, back, close }: ConfirmingProps) {
  const { text } = useTexts();
  const { patient } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  return (
    <ModalDialog
      title={text("link-patient-title")}
      onClose={close}
      onSubmit={() => confirm?.()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button onClick={back} data-autofocus>
            {text("link-other")}
          </Button>
          {confirm && (
            <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
              {text("link-confirm")}
            </Button>
          )}
        </>
      }
    >
      <CompareIdentities ours={patient.identity} record={record} today={today} />
      {confirm && <p className={styles.rule}>{text("link-patient-what")}</p>}
      <LinkProblem problem={problem} />
    </ModalDialog>
  );
}

/** Says which patient of the record this one is: found there, compared, and confirmed by a person. */
export function LinkDialog({ close }: { readonly close: () => void }) {
  const { language } = useTexts();
  const { patient, live, read } = usePatientContext();
  const [draft, setDraft] = useState(() => searchFor(patient.identity, language));
  const [hit, setHit] = useState<EhrHit>();
  const [shown, setShown] = useState<Identity>();
  const { perform, problem, forget, isBusy } = useTeamCommand(live, read);
  const record = recordOf(problem) ?? shown;
  // Unconfirmed, the server refuses and answers what the record says now: that is what is compared and confirmed.
  const link = async ({ id }: EhrHit, isConfirmed: boolean) => {
    const command = { type: "link_patient", patient: patient.id, ehr_id: id, confirm_identity: isConfirmed } as const;
    if (await perform(command)) close();
  };
  const choose = (chosen: EhrHit) => {
    setHit(chosen);
    void link(chosen, false);
  };
  const back = () => {
    setHit(undefined);
    setShown(undefined);
    forget();
  };
  if (!hit) return <Finding draft={draft} setDraft={setDraft} choose={choose} close={close} />;
  const confirm = () => {
    setShown(record);
    void link(hit, true);
  };
  return (
    <Confirming record={record ?? hit.identity} confirm={record && confirm} {...{ problem, isBusy, back, close }} />
  );
}
