/** Where a patient stands in the list's order, and who comes before and after. */
export interface Position {
  /** From 1; 0 where the patient is not among them. */
  readonly place: number;
  readonly total: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** The place of a patient among those that are shown. Somebody filtered out, or who left, has no neighbours but the first. */
export function positionOf(rows: readonly string[], patient: string): Position {
  const index = rows.indexOf(patient);
  if (index === -1) return { place: 0, total: rows.length, previous: undefined, next: rows[0] };
  return { place: index + 1, total: rows.length, previous: rows[index - 1], next: rows[index + 1] };
}
