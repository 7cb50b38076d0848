import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { PatientIdentity } from "../../patient/Identity";
import { ModalDialog } from "../../ui/ModalDialog";
import { usePatientContext } from "./PatientContext";

interface EditNoteDialogProps {
  readonly note: string;
  readonly close: () => void;
}

/** Changes the text of a note; its earlier versions are kept. */
export function EditNoteDialog({ note: id, close }: EditNoteDialogProps) {
  const text = useText();
  const { patient, live } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const note = patient.notes.find((each) => each.id === id);
  const [start] = useState({ text: note?.text ?? "", basedOn: patient.sequence });
  const [typed, setTyped] = useState(start.text);
  const isEmpty = typed.trim() === "";
  const save = () => {
    if (isEmpty || !note) return;
    if (typed.trim() !== start.text)
      live.give({ type: "edit_note", patient: note.patient, note: id, text: typed.trim() }, start.basedOn);
    close();
  };
  return (
    <ModalDialog
      title={text("edit-note")}
      onClose={close}
      isTouched={typed !== start.text}
      onSubmit={save}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isEmpty}>
            {text("save")}
          </Button>
        </>
      }
    >
      <PatientIdentity identity={patient.identity} today={today} />
      <Field label={text("note-text")}>
        <Textarea rows={6} value={typed} maxLength={10_000} onChange={(_, { value }) => setTyped(value)} />
      </Field>
    </ModalDialog>
  );
}
