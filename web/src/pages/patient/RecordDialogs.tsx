import type { TeamCommand } from "../../api/types";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { PatientIdentity } from "../../patient/Identity";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { usePatientContext } from "./PatientContext";

interface AskedProps {
  readonly title: string;
  readonly what: string;
  readonly action: string;
  readonly command: TeamCommand;
  readonly close: () => void;
}

/** Asks before a command about this patient, who is named. */
function Asked({ title, what, action, command, close }: AskedProps) {
  const { patient, live, read } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const send = async (id: string) => {
    const answer = await live.command(id, command);
    await read();
    return answer;
  };
  return (
    <ConfirmDialog
      title={title}
      what={
        <>
          <PatientIdentity identity={patient.identity} today={today} />
          <p>{what}</p>
        </>
      }
      action={action}
      send={send}
      done={close}
      close={close}
    />
  );
}

/** Ends the link to the record. */
export function UnlinkDialog({ close }: { readonly close: () => void }) {
  const text = useText();
  const { patient } = usePatientContext();
  return (
    <Asked
      title={text("unlink-title")}
      what={text("unlink-what")}
      action={text("unlink-do")}
      command={{ type: "unlink_patient", patient: patient.id }}
      close={close}
    />
  );
}

/** The other scale of SpO₂: who chooses it answers for it. */
export function ScaleDialog({ close }: { readonly close: () => void }) {
  const text = useText();
  const { patient } = usePatientContext();
  const is2 = patient.scale_2 != null;
  return (
    <Asked
      title={text(is2 ? "spo2-scale-1-title" : "spo2-scale-2-title")}
      what={text(is2 ? "spo2-scale-1-what" : "spo2-scale-2-what")}
      action={text(is2 ? "spo2-scale-1-do" : "spo2-scale-2-do")}
      command={{ type: "set_spo2_scale", patient: patient.id, scale_2: !is2 }}
      close={close}
    />
  );
}
