import type { Value } from "../api/types";
import { Chip } from "./Chip";
import styles from "./fields.module.css";
import { type EditProps, type FieldUi, read, type ShowProps, unreadable } from "./fieldUi";
import { moveInside } from "./moveInside";
import { findOption, offeredOptions, optionBeginning, optionNamed, optionOrder } from "./options";

const chosenOf = (value: Value): readonly number[] =>
  Array.isArray(value) ? value.filter((each): each is number => typeof each === "number") : [];

function ShowChoices({ field, value }: ShowProps) {
  return (
    <span className={styles.chips}>
      {chosenOf(value).map((id) => {
        const option = findOption(field, id);
        return option && <Chip key={id} option={option} />;
      })}
    </span>
  );
}

function toggledIn(field: FieldOptions, chosen: readonly number[], id: number): readonly number[] {
  const now = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
  return now.toSorted((a, b) => optionOrder(field, a) - optionOrder(field, b));
}
type FieldOptions = EditProps["field"];

function EditChoices({ field, draft, onDraft, label, describedBy }: EditProps) {
  const chosen = chosenOf(draft);
  const offered = offeredOptions(field, chosen);
  const focused = offered.find(({ id }) => chosen.includes(id)) ?? offered[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend, and the column is it
    <div
      role="group"
      aria-label={label}
      aria-describedby={describedBy}
      className={styles.options}
      onKeyDown={(event) => moveInside(event, "input")}
    >
      {offered.map((option) => (
        <label key={option.id} className={styles.option}>
          <input
            type="checkbox"
            checked={chosen.includes(option.id)}
            onChange={() => onDraft(toggledIn(field, chosen, option.id))}
            data-autofocus={option === focused ? "" : undefined}
          />
          <Chip option={option} />
        </label>
      ))}
    </div>
  );
}

/** Any of the options. */
export const choices: FieldUi = {
  Show: ShowChoices,
  Edit: EditChoices,
  draftOf(value, field, seed) {
    const begun = seed === undefined ? undefined : optionBeginning(field, seed);
    const chosen = chosenOf(value);
    return begun && !chosen.includes(begun.id) ? toggledIn(field, chosen, begun.id) : chosen;
  },
  valueOf: (draft) => read(chosenOf(draft).length === 0 ? null : draft),
  textOf: (value, field) =>
    chosenOf(value)
      .map((id) => findOption(field, id)?.label ?? "")
      .join("; "),
  fromText(text, field) {
    const names = text.split(/[;\n]/).filter((name) => name.trim() !== "");
    const options = names.map((name) => optionNamed(field, name));
    if (options.includes(undefined)) return unreadable("no-such-option");
    const ids = options.flatMap((option) => (option ? [option.id] : []));
    return read(
      ids.length === 0
        ? null
        : ids.reduce<readonly number[]>((all, id) => (all.includes(id) ? all : toggledIn(field, all, id)), []),
    );
  },
  compare: (a, b, field) => optionOrder(field, chosenOf(a)[0]) - optionOrder(field, chosenOf(b)[0]),
};
