import styles from "./fields.module.css";
import { type EditProps, type FieldUi, read } from "./fieldUi";
import { ShowText, typed } from "./text";

function EditLongText({ draft, onDraft, label, describedBy }: EditProps) {
  return (
    <textarea
      data-autofocus
      data-multiline
      className={styles.area}
      rows={3}
      value={typed(draft)}
      onChange={(event) => onDraft(event.currentTarget.value)}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={describedBy !== undefined}
    />
  );
}

const trimmed = (text: string) => (text.trim() === "" ? null : text.trim());

/** Text of several paragraphs. */
export const longText: FieldUi = {
  Show: ShowText,
  Edit: EditLongText,
  draftOf: (value, _, seed) => seed ?? typed(value),
  valueOf: (draft) => read(trimmed(typed(draft))),
  textOf: (value) => typed(value),
  fromText: (text) => read(trimmed(text)),
};
