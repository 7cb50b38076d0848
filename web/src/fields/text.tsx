import type { Value } from "../api/types";
import { literal } from "../i18n/literal";
import styles from "./fields.module.css";
import { type EditProps, type FieldUi, read, type ShowProps } from "./fieldUi";

/** A value whose draft is what was typed. */
export const typed = (value: Value): string => (typeof value === "string" ? value : "");

/** Text as it was written: literal, and isolated from the direction of what stands around it. */
export function ShowText({ value }: ShowProps) {
  return <bdi>{literal(typed(value))}</bdi>;
}

/** One line of text. */
export function EditLine({ draft, onDraft, label, describedBy }: EditProps) {
  return (
    <input
      type="text"
      data-autofocus
      className={styles.input}
      value={typed(draft)}
      onChange={(event) => onDraft(event.currentTarget.value)}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={describedBy !== undefined}
      autoComplete="off"
    />
  );
}

const trimmed = (text: string): Value => (text.trim() === "" ? null : text.trim());

/** What all types share whose value is the text as typed, on one line. */
export const LINE: FieldUi = {
  Show: ShowText,
  Edit: EditLine,
  draftOf: (value, _, seed) => seed ?? typed(value),
  valueOf: (draft) => read(trimmed(typed(draft))),
  textOf: (value) => typed(value),
  fromText: (text) => read(trimmed(text.replace(/\s*\n\s*/g, " "))),
};
