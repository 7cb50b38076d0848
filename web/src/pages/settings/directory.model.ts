import type { DirectoryEntry } from "../../api/wire";

/** Somebody of the organization, as one finds them. */
export interface Person {
  readonly id: string;
  /** Name and sign-in name: people may have the same name. */
  readonly words: string;
  readonly user: string;
  readonly name: string;
}

/** Who can be taken into the team: everybody who is not in it. */
export function peopleToAdd(
  users: readonly DirectoryEntry[],
  members: readonly { readonly user: string }[],
): readonly Person[] {
  const inside = new Set(members.map(({ user }) => user));
  return users
    .filter(({ id }) => !inside.has(id))
    .map(({ id, name, user }) => ({ id, name, user, words: `${name} (${user})` }));
}

const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .trim()
    .toLowerCase();

/** The one person whom the typed words mean: as offered, by sign-in name, or by a name that only one has. */
export function findPerson(people: readonly Person[], typed: string): Person | undefined {
  const wanted = folded(typed);
  const exact = people.find(({ words, user }) => folded(words) === wanted || folded(user) === wanted);
  if (exact) return exact;
  const named = people.filter(({ name }) => folded(name) === wanted);
  return named.length === 1 ? named[0] : undefined;
}
