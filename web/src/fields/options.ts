import { type ChoiceOption, type Field, optionsOf } from "../api/types";

/** The option with an id. */
export function findOption(field: Field, id: unknown): ChoiceOption | undefined {
  return optionsOf(field).find((option) => option.id === id);
}

/** What can be chosen: every option that is not retired, and the retired ones that are chosen now. */
export function offeredOptions(field: Field, chosen: readonly unknown[]): readonly ChoiceOption[] {
  return optionsOf(field).filter(({ id, archived }) => !archived || chosen.includes(id));
}

const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .trim()
    .toLowerCase();

/** The option that a text names, whatever its case and accents. */
export function optionNamed(field: Field, text: string): ChoiceOption | undefined {
  return offeredOptions(field, []).find(({ label }) => folded(label) === folded(text));
}

/** The first option that begins with what was typed. */
export function optionBeginning(field: Field, typed: string): ChoiceOption | undefined {
  return offeredOptions(field, []).find(({ label }) => folded(label).startsWith(folded(typed)));
}

/** The place of an option among the others, by which values are ordered. */
export function optionOrder(field: Field, id: unknown): number {
  return optionsOf(field).findIndex((option) => option.id === id);
}
