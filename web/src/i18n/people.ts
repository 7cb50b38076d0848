import type { Texts } from "./bundle";

/** Who is named as the author of what the hospital's record changed by itself; no user has this id. */
export const RECORD = "00000000-0000-0000-0000-000000000000";

/** Who did something: a person by name, or the hospital's record. */
export function authorName(user: string, names: ReadonlyMap<string, string>, { text }: Pick<Texts, "text">): string {
  if (user === RECORD) return text("the-record");
  return names.get(user) ?? text("unknown-person");
}

/** Several people by name. */
export function peopleWords(
  users: readonly string[],
  names: ReadonlyMap<string, string>,
  texts: Pick<Texts, "text">,
): string {
  return users.map((user) => authorName(user, names, texts)).join(", ");
}
