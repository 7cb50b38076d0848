import { doubleMetaphone } from "double-metaphone";
import type { Identity } from "../api/types";
import { type IdentityPart, mainIdentifier, PARTS } from "./identity.model";

/** That somebody else of the list could be taken for this patient. */
export interface NameWarning {
  /** `same`: family and given name; `family`: the family name; `similar`: it sounds or looks alike. */
  readonly kind: "same" | "family" | "similar";
  /** Who, by patient id, the most alike first. */
  readonly others: readonly string[];
  /** The first part that tells this patient from the most alike other one, to be underlined; none where nothing does. */
  readonly differs: IdentityPart | undefined;
}

export interface NamedPatient {
  readonly id: string;
  readonly identity: Identity;
}

/** A name as it is compared: without case, accents, hyphens, apostrophes and white space. */
export function foldedName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[^\p{Letter}\p{Number}]/gu, "")
    .toLowerCase();
}

/** Whether two words differ by at most one letter added, left out or replaced. */
export function isWithinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}

interface Comparable {
  readonly id: string;
  readonly parts: Record<IdentityPart, string>;
  readonly sounds: readonly string[];
}

function comparable({ id, identity }: NamedPatient): Comparable | undefined {
  const family = foldedName(identity.family ?? "");
  if (family === "") return undefined;
  return {
    id,
    parts: {
      family,
      given: foldedName(identity.given ?? ""),
      birth: identity.birth_date ?? "",
      number: mainIdentifier(identity)?.value ?? "",
    },
    sounds: [...new Set(doubleMetaphone(family))].filter((sound) => sound !== ""),
  };
}

/**
 * The keys under which names that may be alike meet: how the name sounds, and the name with each letter left out in turn (two
 * names within one edit share one of these), so that a thousand patients need no million comparisons.
 */
function meetingKeys({ parts: { family }, sounds }: Comparable): Set<string> {
  const keys = new Set(sounds.map((sound) => `sound ${sound}`));
  keys.add(`name ${family}`);
  for (let at = 0; at < family.length; at += 1) keys.add(`name ${family.slice(0, at)}${family.slice(at + 1)}`);
  return keys;
}

function areAlike(a: Comparable, b: Comparable): boolean {
  return a.sounds.some((sound) => b.sounds.includes(sound)) || isWithinOneEdit(a.parts.family, b.parts.family);
}

/** How many parts, from the first, are the same: the more, the easier two patients are confused. */
function sharedParts(a: Comparable, b: Comparable): number {
  const differing = PARTS.findIndex((part) => a.parts[part] !== b.parts[part]);
  return differing === -1 ? PARTS.length : differing;
}

function warning(patient: Comparable, others: readonly Comparable[]): NameWarning {
  const byLikeness = others
    .map((other) => ({ id: other.id, shared: sharedParts(patient, other) }))
    .sort((a, b) => b.shared - a.shared);
  const shared = byLikeness[0]?.shared ?? 0;
  return {
    kind: shared >= 2 ? "same" : shared === 1 ? "family" : "similar",
    others: byLikeness.map(({ id }) => id),
    differs: PARTS[shared],
  };
}

/** Finds the patients of a list who could be taken for each other (PAL-0540, 0550), by patient id. */
export function findNameWarnings(patients: readonly NamedPatient[]): Map<string, NameWarning> {
  const meetings = new Map<string, Comparable[]>();
  const all = patients.map(comparable).filter((patient) => patient !== undefined);
  for (const patient of all) {
    for (const key of meetingKeys(patient)) {
      const meeting = meetings.get(key);
      if (meeting) meeting.push(patient);
      else meetings.set(key, [patient]);
    }
  }
  const warnings = new Map<string, NameWarning>();
  for (const patient of all) {
    const others = new Set<Comparable>();
    for (const key of meetingKeys(patient)) {
      for (const other of meetings.get(key) ?? []) if (other !== patient && areAlike(patient, other)) others.add(other);
    }
    if (others.size > 0) warnings.set(patient.id, warning(patient, [...others]));
  }
  return warnings;
}
