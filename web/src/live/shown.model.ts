import type { Row, RowPatient, Value } from "../api/types";
import type { ListBase } from "./listBase.model";
import type { CellMark, CellOverlay } from "./outbox.model";
import { type Editors, NO_EDITORS } from "./presence.model";
import { NOTHING_UNSEEN, type UnseenOfPatient } from "./unseen.model";

/** A row as it is shown: what the server has told, and over it what I changed and it has not. */
export interface ShownRow {
  readonly patient: RowPatient;
  readonly values: readonly Value[];
  /** By field. */
  readonly marks: ReadonlyMap<string, CellMark>;
  /** Who else edits which value right now, by field. */
  readonly editors: Editors;
  /** What others changed since I looked. */
  readonly unseen: UnseenOfPatient;
}

/** What lies over a row as the server has told it. */
export interface Over {
  readonly overlay: ReadonlyMap<string, CellOverlay> | undefined;
  readonly editors: Editors | undefined;
  readonly unseen: UnseenOfPatient | undefined;
}

const NO_MARKS: ReadonlyMap<string, CellMark> = new Map();

/** The row with what lies over it. */
export function shownRow({ patient, values }: Row, base: Pick<ListBase, "fields">, over: Over): ShownRow {
  const { overlay, editors = NO_EDITORS, unseen = NOTHING_UNSEEN } = over;
  if (!overlay) return { patient, values, marks: NO_MARKS, editors, unseen };
  const marks = new Map<string, CellMark>();
  const shown: Value[] = [...values];
  for (const [field, { value, mark }] of overlay) {
    const index = base.fields.findIndex(({ id }) => id === field);
    if (value && index !== -1) shown[index] = value.shown;
    if (mark) marks.set(field, mark);
  }
  return { patient, values: shown, marks, editors, unseen };
}
