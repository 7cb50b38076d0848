import { Button } from "@fluentui/react-components";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { useTeamCommand } from "../../live/useTeamCommand";
import { BothIdentities } from "../../patient/BothIdentities";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import { usePatientContext } from "./PatientContext";

interface UnmergeDialogProps {
  readonly record: string;
  readonly close: () => void;
}

/** Two persons after all: both are shown before they are parted. */
export function UnmergeDialog({ record, close }: UnmergeDialogProps) {
  const text = useText();
  const { patient, live, read } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const { perform, problem, isBusy } = useTeamCommand(live, read);
  const other = patient.merged.find(({ id }) => id === record);
  const submit = async () => {
    if (await perform({ type: "unmerge_patients", patient: patient.id, duplicate: record })) close();
  };
  return (
    <ModalDialog
      title={text("unmerge-title")}
      onClose={close}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
            {text("unmerge-do")}
          </Button>
        </>
      }
    >
      {other && (
        <BothIdentities
          first={{ label: text("this-record"), identity: patient.identity }}
          second={{ label: text("other-record"), identity: other.identity }}
          today={today}
        />
      )}
      <p>{text("unmerge-what")}</p>
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
