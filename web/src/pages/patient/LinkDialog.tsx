import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import type { Problem } from "../../api/problem";
import type { EhrHit } from "../../api/record";
import type { Identity } from "../../api/types";
import { useTexts } from "../../i18n/useText";
import { parseDuplicates } from "../../list/duplicates.model";
import { useCellContext } from "../../list/ListContext";
import { NO_SEARCH, type SearchDraft } from "../../list/recordSearch.model";
import { useTeamCommand } from "../../live/useTeamCommand";
import { CompareIdentities } from "../../patient/CompareIdentities";
import { PatientIdentity } from "../../patient/Identity";
import { identityDraft } from "../../patient/identityForm.model";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./LinkDialog.module.css";
import { LinkSearch } from "./LinkSearch";
import { usePatientContext } from "./PatientContext";

/** The search begins with what the team knows of the patient. */
function searchFor(identity: Identity, language: "en" | "fr"): SearchDraft {
  const { family, given, born, sex } = identityDraft(identity, language);
  const mrn = identity.identifiers?.find(({ type }) => type === "MR")?.value ?? "";
  return mrn === "" ? { ...NO_SEARCH, family, given, born, sex } : { ...NO_SEARCH, mrn };
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
  if (!hit) return <LinkSearch draft={draft} setDraft={setDraft} choose={choose} close={close} />;
  const confirm = () => {
    setShown(record);
    void link(hit, true);
  };
  return (
    <Confirming record={record ?? hit.identity} confirm={record && confirm} {...{ problem, isBusy, back, close }} />
  );
}
