import type { Field, ListHeader, ListSnapshot, LiveChange, Row, RowPatient } from "../api/types";

/** A list at one version, as the server has told it. */
export interface ListBase {
  readonly version: number;
  /** The newest sequence of the team that is in it: what an edit is based on. */
  readonly sequence: number;
  readonly fields: readonly Field[];
  /** The patients in the agreed order. */
  readonly order: readonly string[];
  readonly rows: ReadonlyMap<string, Row>;
  readonly header: ListHeader;
}

/** What a change did: anything but `applied` and `old` means that the list must be opened again. */
export type Applied =
  | { readonly result: "applied"; readonly base: ListBase; readonly touched: string | undefined }
  | { readonly result: "old" }
  | { readonly result: "gap" }
  | { readonly result: "reload" };

export function baseOf({ version, sequence, list, fields, rows }: ListSnapshot): ListBase {
  return {
    version,
    sequence,
    fields,
    order: rows.map(({ patient }) => patient.id),
    rows: new Map(rows.map((row) => [row.patient.id, row])),
    header: list,
  };
}

/** The order with a patient behind another one, or first; undefined where that other one is unknown. */
function placedAfter(order: readonly string[], patient: string, after: string | null): readonly string[] | undefined {
  const others = order.filter((id) => id !== patient);
  if (after === null) return [patient, ...others];
  const index = others.indexOf(after);
  if (index === -1) return undefined;
  return [...others.slice(0, index + 1), patient, ...others.slice(index + 1)];
}

function withMerged(patient: RowPatient, field: string, isMerged: boolean): RowPatient {
  const others = (patient.merged ?? []).filter((id) => id !== field);
  if (!isMerged && others.length === (patient.merged?.length ?? 0)) return patient;
  const { merged: _, ...rest } = patient;
  const merged = isMerged ? [...others, field] : others;
  return merged.length > 0 ? { ...rest, merged } : rest;
}

type Step = Pick<ListBase, "order" | "rows" | "header">;

/** What the change leaves of order, rows and header; undefined where it speaks of something that is not there. */
function step(base: ListBase, change: LiveChange): Step | undefined {
  const { order, rows, header } = base;
  const withRow = (patient: string, row: Row): Step => ({ order, rows: new Map(rows).set(patient, row), header });
  switch (change.type) {
    case "value": {
      const row = rows.get(change.patient);
      if (!row) return undefined;
      const index = base.fields.findIndex(({ id }) => id === change.field);
      const values = index === -1 ? row.values : row.values.with(index, change.value);
      return withRow(change.patient, { values, patient: withMerged(row.patient, change.field, change.merged) });
    }
    case "note": {
      const row = rows.get(change.patient);
      return row && withRow(change.patient, { ...row, patient: { ...row.patient, notes: change.notes } });
    }
    case "row": {
      const { id } = change.row.patient;
      const placed = placedAfter(order, id, change.after ?? null);
      return placed && { ...withRow(id, change.row), order: placed };
    }
    case "row_removed": {
      const left = new Map(rows);
      left.delete(change.patient);
      return { order: order.filter((id) => id !== change.patient), rows: left, header };
    }
    case "moved": {
      const placed = rows.has(change.patient) ? placedAfter(order, change.patient, change.after ?? null) : undefined;
      return placed && { order: placed, rows, header };
    }
    case "list":
      return { order, rows, header: change.header };
    case "hidden":
      return { order, rows, header };
    case "reload":
      return undefined;
  }
}

function touchedBy(change: LiveChange): string | undefined {
  if (change.type === "row") return change.row.patient.id;
  return "patient" in change ? change.patient : undefined;
}

/** Applies a change: it must be the one after the version that is held, or the list is not what the server thinks it is. */
export function applyChange(base: ListBase, change: LiveChange): Applied {
  if (change.version <= base.version) return { result: "old" };
  if (change.version !== base.version + 1) return { result: "gap" };
  if (change.type === "reload") return { result: "reload" };
  const next = step(base, change);
  if (!next) return { result: "gap" };
  return {
    result: "applied",
    touched: touchedBy(change),
    base: { ...base, ...next, version: change.version, sequence: Math.max(base.sequence, change.sequence) },
  };
}
