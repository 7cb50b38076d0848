import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useText } from "../../i18n/useText";
import { usePatientContext } from "./PatientContext";

/** Says that the record calls the patient otherwise: nothing changes until somebody decides. */
export function ProposalBar() {
  const text = useText();
  const { patient, open } = usePatientContext();
  if (patient.ehr?.proposed == null) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text("proposal-bar")}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => open({ kind: "proposal" })}>{text("proposal-compare")}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
