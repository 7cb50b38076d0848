import type { Field, FieldType } from "../api/types";
import type { GridColumn } from "../grid/grid.types";
import { IDENTITY, type View } from "./rowOrder.model";

/** Width in pixels that most values of a type need. */
const WIDTHS: Record<FieldType, number> = {
  short_text: 180,
  long_text: 280,
  number: 110,
  choice: 150,
  choices: 180,
  checkbox: 110,
  date: 130,
  date_time: 170,
  member: 160,
  place: 110,
  checklist: 240,
  chart: 240,
};
const IDENTITY_WIDTH = 270;

/** The columns of a list: place and identity first and frozen, then the fields that the list chose. */
export function listColumns(
  fields: readonly Field[],
  widths: ReadonlyMap<string, number>,
  view: View,
  words: { readonly identity: string; readonly fromRecord: string },
): GridColumn[] {
  const column = (id: string, name: string, width: number, isFrozen: boolean): GridColumn => ({
    id,
    name,
    width: widths.get(id) ?? width,
    isFrozen,
    isRowHeader: id === IDENTITY,
    isFiltered: view.filters.some((filter) => filter.column === id),
    ...(view.sort?.column === id ? { sort: view.sort.direction } : {}),
  });
  const ofField = (field: Field): GridColumn => ({
    ...column(field.id, field.name, WIDTHS[field.type], field.type === "place" && field === fields[0]),
    ...(field.type === "chart" ? { note: words.fromRecord } : {}),
  });
  const all = fields.map(ofField);
  const identity = column(IDENTITY, words.identity, IDENTITY_WIDTH, true);
  return [...all.filter(({ isFrozen }) => isFrozen), identity, ...all.filter(({ isFrozen }) => !isFrozen)];
}

/** The columns with one of them a step to the left or right; undefined where it is at the edge. */
export function movedColumn(columns: readonly string[], column: string, by: -1 | 1): string[] | undefined {
  const at = columns.indexOf(column);
  const to = at + by;
  if (at === -1 || to < 0 || to >= columns.length) return undefined;
  return columns.toSpliced(at, 1).toSpliced(to, 0, column);
}
