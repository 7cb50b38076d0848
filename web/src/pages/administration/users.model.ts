import type { UserView } from "../../api/wire";

const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .trim()
    .toLowerCase();

/** Whose name or sign-in name contains what is sought. */
export function findUsers(users: readonly UserView[], sought: string): readonly UserView[] {
  const wanted = folded(sought);
  return users.filter(({ name, user }) => folded(name).includes(wanted) || folded(user).includes(wanted));
}
