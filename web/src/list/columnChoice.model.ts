import type { Field } from "../api/types";

/** A field that a list shows or could show. */
export interface ColumnChoice {
  readonly field: Field;
  readonly isShown: boolean;
}

/** The columns in their order, and behind them what else could be shown. The place is not among them: it is always there. */
export function columnChoices(
  fields: readonly Field[],
  columns: readonly string[],
  place: string | null | undefined,
): readonly ColumnChoice[] {
  const offered = fields.filter(({ archived, id }) => !archived && id !== place);
  const shown = columns.flatMap((column) => offered.find(({ id }) => id === column) ?? []);
  const others = offered.filter((field) => !shown.includes(field));
  return [...shown.map((field) => ({ field, isShown: true })), ...others.map((field) => ({ field, isShown: false }))];
}

/** The columns as chosen. Archived ones stay among them at the end, so that they come back where they were restored. */
export function chosenColumns(
  choices: readonly ColumnChoice[],
  fields: readonly Field[],
  columns: readonly string[],
): readonly string[] {
  const archived = columns.filter((column) =>
    fields.some(({ id, archived: isArchived }) => id === column && isArchived),
  );
  return [...choices.filter(({ isShown }) => isShown).map(({ field }) => field.id), ...archived];
}
