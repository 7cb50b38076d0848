import type { Row, RowPatient, Value } from "../api/types";
import type { ListBase } from "./listBase.model";
import type { CellMark, CellOverlay } from "./outbox.model";

/** A row as it is shown: what the server has told, and over it what I changed and it has not. */
export interface ShownRow {
  readonly patient: RowPatient;
  readonly values: readonly Value[];
  /** By field. */
  readonly marks: ReadonlyMap<string, CellMark>;
}

const NO_MARKS: ReadonlyMap<string, CellMark> = new Map();

/** The row with what lies over it. */
export function shownRow(
  { patient, values }: Row,
  base: ListBase,
  overlay: ReadonlyMap<string, CellOverlay> | undefined,
): ShownRow {
  if (!overlay) return { patient, values, marks: NO_MARKS };
  const marks = new Map<string, CellMark>();
  const shown = [...values];
  for (const [field, { value, mark }] of overlay) {
    const index = base.fields.findIndex(({ id }) => id === field);
    if (value && index !== -1) shown[index] = value.shown;
    if (mark) marks.set(field, mark);
  }
  return { patient, values: shown, marks };
}
