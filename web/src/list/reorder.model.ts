/** Where a patient comes to stand in the agreed order: behind `after`, or first where it is null. */
export interface NewPlace {
  readonly patient: string;
  readonly after: string | null;
}

/** One place up or down; undefined at the edge. */
export function movedByOne(order: readonly string[], patient: string, by: -1 | 1): NewPlace | undefined {
  const at = order.indexOf(patient);
  const to = at + by;
  if (at === -1 || to < 0 || to >= order.length) return undefined;
  const others = order.filter((id) => id !== patient);
  return { patient, after: others[to - 1] ?? null };
}

/** Before or behind another patient; undefined where that changes nothing. */
export function droppedAt(
  order: readonly string[],
  patient: string,
  target: string,
  side: "before" | "behind",
): NewPlace | undefined {
  const others = order.filter((id) => id !== patient);
  const at = others.indexOf(target);
  if (at === -1) return undefined;
  const after = (side === "before" ? others[at - 1] : others[at]) ?? null;
  const former = order[order.indexOf(patient) - 1] ?? null;
  return after === former ? undefined : { patient, after };
}
