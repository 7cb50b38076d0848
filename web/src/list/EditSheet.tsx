import { Button } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { Field } from "../api/types";
import { FIELD_UIS } from "../fields";
import { useText } from "../i18n/useText";
import type { ShownRow } from "../live/shown.model";
import { PatientIdentity } from "../patient/Identity";
import { ModalDialog } from "../ui/ModalDialog";
import styles from "./CellEditor.module.css";
import { changeValue, useCellContext } from "./ListContext";
import { useDraft } from "./useDraft";
import { useTellEditing } from "./useTellEditing";

interface EditSheetProps {
  readonly patient: string;
  readonly field: Field;
  readonly onEdit: () => () => void;
  readonly close: () => void;
}

function SheetForm({ row, field, onEdit, close }: Omit<EditSheetProps, "patient"> & { readonly row: ShownRow }) {
  const context = useCellContext();
  const text = useText();
  const { Edit } = FIELD_UIS[field.type];
  const edit = useDraft(field, row, undefined);
  useTellEditing(row.patient.id, field, onEdit);
  const save = () => {
    const result = edit.read();
    if (!result.ok) return;
    changeValue(context, { patient: row.patient.id, field, from: edit.from, to: result.value, basedOn: edit.basedOn });
    close();
  };
  return (
    <ModalDialog
      title={field.name}
      onClose={close}
      isTouched={edit.isTouched}
      onSubmit={save}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit">
            {text("save")}
          </Button>
        </>
      }
    >
      <PatientIdentity identity={row.patient.identity} today={context.fieldContext.today} />
      <Edit
        field={field}
        draft={edit.draft}
        onDraft={edit.setDraft}
        label={field.name}
        describedBy={edit.problem && edit.problemId}
      />
      {edit.problem && (
        <p id={edit.problemId} className={styles.problem} role="alert">
          {text(edit.problem)}
        </p>
      )}
    </ModalDialog>
  );
}

/** Edits one value on a phone, under the patient's identity. */
export default function EditSheet({ patient, ...rest }: EditSheetProps) {
  const { store } = useCellContext();
  const row = useSyncExternalStore(
    (listener) => store.subscribe(patient, listener),
    () => store.find(patient),
  );
  return row && <SheetForm row={row} {...rest} />;
}
