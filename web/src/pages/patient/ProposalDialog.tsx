import { Button } from "@fluentui/react-components";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { useTeamCommand } from "../../live/useTeamCommand";
import { CompareIdentities } from "../../patient/CompareIdentities";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import { mayWrite, usePatientContext } from "./PatientContext";

/** Another identity that the record says: both side by side, and a person decides. */
export function ProposalDialog({ close }: { readonly close: () => void }) {
  const text = useText();
  const { patient, live, loaded, read } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const { perform, problem, isBusy } = useTeamCommand(live, read);
  const proposed = patient.ehr?.proposed;
  const mayDecide = mayWrite(loaded) && proposed != null;
  const answer = async (take: boolean) => {
    if (await perform({ type: "answer_ehr_identity", patient: patient.id, take })) close();
  };
  return (
    <ModalDialog
      title={text("proposal-title")}
      onClose={close}
      onSubmit={close}
      actions={
        <>
          {/* The first button is what Enter would press: it decides nothing. */}
          <Button type="submit" data-autofocus>
            {text(mayDecide ? "cancel" : "close")}
          </Button>
          {mayDecide && (
            <>
              <Button disabledFocusable={isBusy} onClick={() => void answer(false)}>
                {text("proposal-keep")}
              </Button>
              <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void answer(true)}>
                {text("proposal-take")}
              </Button>
            </>
          )}
        </>
      }
    >
      {proposed == null ? (
        <p role="alert">{text("proposal-gone")}</p>
      ) : (
        <>
          <CompareIdentities ours={patient.identity} record={proposed.identity} today={today} />
          {proposed.ehr_id != null && <p>{text("proposal-merged-into", { record: proposed.ehr_id })}</p>}
          <p>{text("proposal-what")}</p>
        </>
      )}
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
