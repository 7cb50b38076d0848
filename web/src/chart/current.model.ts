import type { Allergy, Condition, Medication } from "./chart.types";

/** What is so now, and what was: where the record does not say, it counts as now. */
export interface NowAndEarlier<Item> {
  readonly now: readonly Item[];
  readonly earlier: readonly Item[];
}

const OVER = new Set(["inactive", "resolved"]);
const STOPPED = new Set(["completed", "stopped", "cancelled", "not-taken"]);

function parted<Item>(items: readonly Item[], isOver: (item: Item) => boolean): NowAndEarlier<Item> {
  return { now: items.filter((item) => !isOver(item)), earlier: items.filter(isOver) };
}

export const isRefuted = ({ verification_status: status }: Pick<Allergy | Condition, "verification_status">): boolean =>
  status === "refuted";

/** Problems of today and of before: ended, resolved, or refuted. */
export function partConditions(conditions: readonly Condition[]): NowAndEarlier<Condition> {
  return parted(
    conditions,
    (condition) => condition.abated != null || OVER.has(condition.clinical_status ?? "") || isRefuted(condition),
  );
}

/** Medications that are taken, and those that were. */
export function partMedications(medications: readonly Medication[]): NowAndEarlier<Medication> {
  return parted(medications, ({ status }) => STOPPED.has(status ?? ""));
}

/** Allergies in force first, then those that are inactive, resolved or refuted. All of them are shown. */
export function sortAllergies(allergies: readonly Allergy[]): readonly Allergy[] {
  const { now, earlier } = parted(
    allergies,
    (allergy) => OVER.has(allergy.clinical_status ?? "") || isRefuted(allergy),
  );
  return [...now, ...earlier];
}
