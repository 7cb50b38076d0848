import { useId } from "react";
import type { Value } from "../api/types";
import { Chip } from "./Chip";
import styles from "./fields.module.css";
import { type EditProps, type FieldUi, read, type ShowProps, unreadable, useFieldContext } from "./fieldUi";
import { findOption, offeredOptions, optionBeginning, optionNamed, optionOrder } from "./options";

function ShowChoice({ field, value }: ShowProps) {
  const option = findOption(field, value);
  return option && <Chip option={option} />;
}

function EditChoice({ field, draft, onDraft, label, describedBy }: EditProps) {
  const { texts } = useFieldContext();
  const name = useId();
  const option = (id: number | null, isFocused: boolean, content: React.ReactNode) => (
    <label key={id} className={styles.option}>
      <input
        type="radio"
        name={name}
        checked={draft === id}
        onChange={() => onDraft(id)}
        data-autofocus={isFocused ? "" : undefined}
      />
      {content}
    </label>
  );
  return (
    <div role="radiogroup" aria-label={label} aria-describedby={describedBy} className={styles.options}>
      {option(null, draft === null, texts.text("not-recorded"))}
      {offeredOptions(field, [draft]).map((each) => option(each.id, draft === each.id, <Chip option={each} />))}
    </div>
  );
}

/** One of the options. */
export const choice: FieldUi = {
  Show: ShowChoice,
  Edit: EditChoice,
  draftOf: (value, field, seed) => (seed === undefined ? value : (optionBeginning(field, seed)?.id ?? value)),
  valueOf: (draft) => read(draft),
  textOf: (value, field) => findOption(field, value)?.label ?? "",
  fromText(text, field) {
    if (text.trim() === "") return read(null);
    const option = optionNamed(field, text);
    return option ? read(option.id) : unreadable("no-such-option");
  },
  compare: (a: Value, b: Value, field) => optionOrder(field, a) - optionOrder(field, b),
};
