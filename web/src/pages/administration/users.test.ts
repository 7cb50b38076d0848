import { expect, test } from "vitest";
import type { UserView } from "../../api/wire";
import { findUsers } from "./users.model";

const USERS = [
  { name: "Claire Lefèvre", user: "claire" },
  { name: "Tom Whitfield", user: "tw12" },
] as UserView[];

test("one finds people by their name without accents, and by the name they sign in with", () => {
  expect(findUsers(USERS, "lefevre").map(({ user }) => user)).toEqual(["claire"]);
  expect(findUsers(USERS, "TW1").map(({ user }) => user)).toEqual(["tw12"]);
  expect(findUsers(USERS, " ")).toHaveLength(2);
  expect(findUsers(USERS, "nobody")).toEqual([]);
});
