import type { PresenceMessage } from "../api/types";

/** Users by field: who edits which value of one patient. */
export type Editors = ReadonlyMap<string, readonly string[]>;

export const NO_EDITORS: Editors = new Map();

/** Who else edits which value, by patient. */
export function findEditors({ people }: PresenceMessage, me: string): ReadonlyMap<string, Editors> {
  const editors = new Map<string, Map<string, string[]>>();
  for (const { user, editing = [] } of people) {
    if (user === me) continue;
    for (const { patient, field } of editing) {
      if (field == null) continue;
      const fields = editors.get(patient) ?? new Map<string, string[]>();
      editors.set(patient, fields.set(field, [...(fields.get(field) ?? []), user]));
    }
  }
  return editors;
}

const words = (editors: Editors | undefined) =>
  [...(editors ?? NO_EDITORS)].map(([field, users]) => `${field} ${users}`).join();

/** The patients of whom the editors are others than before. */
export function touchedPatients(
  before: ReadonlyMap<string, Editors>,
  after: ReadonlyMap<string, Editors>,
): readonly string[] {
  const patients = new Set([...before.keys(), ...after.keys()]);
  return [...patients].filter((patient) => words(before.get(patient)) !== words(after.get(patient)));
}
