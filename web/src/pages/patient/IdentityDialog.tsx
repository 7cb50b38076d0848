import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Problem } from "../../api/problem";
import type { Identity } from "../../api/types";
import { useTexts } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { useTeamCommand } from "../../live/useTeamCommand";
import { BothIdentities } from "../../patient/BothIdentities";
import { PatientIdentity } from "../../patient/Identity";
import { IdentityForm } from "../../patient/IdentityForm";
import { type IdentityRead, identityDraft, readIdentity } from "../../patient/identityForm.model";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import { usePatientContext } from "./PatientContext";
import { useTraceWords } from "./TraceWords";

/** Both identities, where somebody else changed it since the edit began. */
function conflictOf(problem: Problem | undefined) {
  if (problem?.code !== "conflict") return undefined;
  const { theirs, yours, by, at, revision } = problem.details;
  return {
    theirs: theirs as Identity,
    yours: yours as Identity,
    trace: { by: String(by), at: String(at), sequence: Number(revision) },
  };
}

/** Changes who the patient is; somebody else's change meanwhile is shown beside, and one decides. */
export function IdentityDialog({ close }: { readonly close: () => void }) {
  const { text, language } = useTexts();
  const { patient, live } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const words = useTraceWords();
  const [start] = useState(() => ({
    draft: identityDraft(patient.identity, language),
    identity: patient.identity,
    basedOn: patient.sequence,
  }));
  const [draft, setDraft] = useState(start.draft);
  const [problems, setProblems] = useState<Extract<IdentityRead, { ok: false }>["problems"]>({});
  const { perform, problem, forget, isBusy } = useTeamCommand(live);
  const conflict = conflictOf(problem);
  const save = async () => {
    const result = readIdentity(draft, today);
    setProblems(result.ok ? {} : result.problems);
    if (!result.ok) return;
    const { identity } = result;
    const basedOn = conflict?.trace.sequence ?? start.basedOn;
    const command = { type: "edit_patient", patient: patient.id, identity, based_on: basedOn } as const;
    if (await perform(command)) close();
  };
  const change = (next: typeof draft) => {
    setDraft(next);
    setProblems({});
    if (!conflict) forget();
  };
  return (
    <ModalDialog
      title={text("edit-identity")}
      onClose={close}
      isTouched={draft !== start.draft}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={close}>{text(conflict ? "keep-theirs" : "cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
            {text(conflict ? "use-mine" : "save")}
          </Button>
        </>
      }
    >
      <PatientIdentity identity={start.identity} today={today} />
      {conflict ? (
        <>
          <p role="alert">{text("conflict-title")}</p>
          <BothIdentities
            first={{ label: text("their-value", words(conflict.trace)), identity: conflict.theirs }}
            second={{ label: text("my-value"), identity: conflict.yours }}
            today={today}
          />
        </>
      ) : (
        <ProblemBar problem={problem} />
      )}
      <IdentityForm draft={draft} setDraft={change} problems={problems} today={today} />
    </ModalDialog>
  );
}
