import { useText } from "../../i18n/useText";
import { ActionBar } from "../../ui/ActionBar";
import { usePatientContext } from "./PatientContext";

/** Says that the record calls the patient otherwise: nothing changes until somebody decides. */
export function ProposalBar() {
  const text = useText();
  const { patient, open } = usePatientContext();
  if (patient.ehr?.proposed == null) return null;
  return (
    <ActionBar
      intent="warning"
      words={text("proposal-bar")}
      action={text("proposal-compare")}
      perform={() => open({ kind: "proposal" })}
    />
  );
}
