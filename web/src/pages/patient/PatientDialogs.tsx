import { useStore } from "../../app/store";
import DecisionDialog from "../../list/DecisionDialog";
import EditSheet from "../../list/EditSheet";
import HighlightDialog from "../../list/HighlightDialog";
import { useCellContext } from "../../list/ListContext";
import { useRow } from "../../list/useRow";
import { EditNoteDialog } from "./EditNoteDialog";
import { NoteHistoryDialog, PatientHistoryDialog, ValueHistoryDialog } from "./HistoryDialogs";
import { IdentityDialog } from "./IdentityDialog";
import { LinkDialog } from "./LinkDialog";
import { MergeDialog } from "./MergeDialog";
import { type PatientDialog, usePatientContext } from "./PatientContext";
import { PlaceDialog } from "./PlaceDialog";
import { ProposalDialog } from "./ProposalDialog";
import { ScaleDialog, UnlinkDialog } from "./RecordDialogs";
import { ResponsibleDialog } from "./ResponsibleDialog";
import { SensitiveDialog } from "./SensitiveDialog";
import { UnmergeDialog } from "./UnmergeDialog";

/** No row has to hold still on this page. */
const nothingHeld = () => () => {};

/** The dialog that is open on the patient's page. */
export default function PatientDialogs({ dialog }: { readonly dialog: PatientDialog }) {
  const { patient, live, open } = usePatientContext();
  const { timeZone } = useCellContext();
  const row = useRow(patient.id);
  const { refused } = useStore(live.outbox.state);
  const close = () => open(undefined);
  switch (dialog.kind) {
    case "value":
      return <EditSheet patient={patient.id} field={dialog.field} onEdit={nothingHeld} close={close} />;
    case "highlight":
      return row && <HighlightDialog target={{ row, field: dialog.field }} close={close} />;
    case "highlight-patient":
      return row && <HighlightDialog target={{ row, field: undefined }} close={close} />;
    case "decide": {
      const found = refused.find(({ id }) => id === dialog.command);
      return found && <DecisionDialog refused={found} timeZone={timeZone} close={close} />;
    }
    case "value-history":
      return <ValueHistoryDialog field={dialog.field} close={close} />;
    case "note-history":
      return <NoteHistoryDialog note={dialog.note} close={close} />;
    case "history":
      return <PatientHistoryDialog close={close} />;
    case "edit-note":
      return <EditNoteDialog note={dialog.note} close={close} />;
    case "identity":
      return <IdentityDialog close={close} />;
    case "sensitive":
      return <SensitiveDialog close={close} />;
    case "responsible":
      return <ResponsibleDialog close={close} />;
    case "merge":
      return <MergeDialog close={close} />;
    case "unmerge":
      return <UnmergeDialog record={dialog.record} close={close} />;
    case "link":
      return <LinkDialog close={close} />;
    case "unlink":
      return <UnlinkDialog close={close} />;
    case "proposal":
      return <ProposalDialog close={close} />;
    case "spo2-scale":
      return <ScaleDialog close={close} />;
    case "add-to-list":
      return <PlaceDialog from={undefined} close={close} />;
    case "move":
      return <PlaceDialog from={dialog.from} close={close} />;
  }
}
