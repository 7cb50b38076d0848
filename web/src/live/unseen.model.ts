import type { LiveChange, MarkedThing, Trace, Unseen } from "../api/types";
import { RECORD } from "../i18n/people";
import { isMasked } from "../patient/masked.model";
import type { ListBase } from "./listBase.model";

/** What others changed of one patient since I looked, by what it is. */
export type UnseenOfPatient = ReadonlyMap<string, Unseen>;

export const NOTHING_UNSEEN: UnseenOfPatient = new Map();

/** What others changed on a list since I looked, by patient. */
export type UnseenOfList = ReadonlyMap<string, UnseenOfPatient>;

/** By what a thing is known within its patient. */
export function thingKey(thing: MarkedThing): string {
  if (thing.type === "value") return `value ${thing.field}`;
  if (thing.type === "note") return `note ${thing.note}`;
  return thing.type;
}

export const valueKey = (field: string) => `value ${field}`;

export function unseenOf(list: readonly Unseen[]): UnseenOfList {
  const unseen = new Map<string, Map<string, Unseen>>();
  for (const each of list) {
    const { patient } = each.thing;
    const things = unseen.get(patient) ?? new Map<string, Unseen>();
    unseen.set(patient, things.set(thingKey(each.thing), each));
  }
  return unseen;
}

/** What of a patient a change is about, as one can unmark it; all else shows itself. Of a protected patient only that she came. */
function thingOf(change: LiveChange): MarkedThing | undefined {
  switch (change.type) {
    case "value":
      return { type: "value", patient: change.patient, field: change.field };
    case "note":
      return { type: "note", patient: change.patient, note: change.note.id };
    case "row_removed":
      return { type: "removed", patient: change.patient };
    case "row": {
      const { what, row } = change;
      if (what === "added") return { type: what, patient: row.patient.id };
      const isMarked = what === "identity" || what === "status";
      return isMarked && !isMasked(row.patient) ? { type: what, patient: row.patient.id } : undefined;
    }
    case "moved":
    case "list":
    case "reload":
    case "hidden":
      return undefined;
  }
}

/** What is unseen after a thing is (not) any more. */
export function withThing(unseen: UnseenOfList, thing: MarkedThing, changed: Trace | undefined): UnseenOfList {
  const things = new Map(unseen.get(thing.patient));
  if (changed) things.set(thingKey(thing), { thing, changed });
  else things.delete(thingKey(thing));
  const next = new Map(unseen);
  if (things.size === 0) next.delete(thing.patient);
  else next.set(thing.patient, things);
  return next;
}

/**
 * Whether a change is nothing new to who looks at this list: the hospital's record speaks of a column that it does not show, or for the
 * first time.
 */
export function isNoNews({ fields, rows }: Pick<ListBase, "fields" | "rows">, change: LiveChange): boolean {
  if (change.type !== "value" || change.by !== RECORD) return false;
  const index = fields.findIndex(({ id }) => id === change.field);
  return index === -1 || (rows.get(change.patient)?.values[index] ?? null) === null;
}

/** What is unseen after a change: others' marks a thing, my own unmarks it, since I know what I did. */
export function afterChange(unseen: UnseenOfList, change: LiveChange, me: string): UnseenOfList {
  const thing = thingOf(change);
  if (!thing) return unseen;
  const { sequence, by, at } = change;
  if (by == null) return unseen;
  // Who left has nothing else to look at, and who came back is no longer gone.
  const base = new Map(unseen);
  if (thing.type === "removed") base.delete(thing.patient);
  const cleared =
    thing.type === "added" ? withThing(base, { type: "removed", patient: thing.patient }, undefined) : base;
  return withThing(cleared, thing, by === me ? undefined : { sequence, by, at });
}

/** How many changes are unseen. */
export function countUnseen(unseen: UnseenOfList): number {
  return [...unseen.values()].reduce((sum, { size }) => sum + size, 0);
}
