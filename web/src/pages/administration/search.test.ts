import { expect, test } from "vitest";
import { findBy } from "./search.model";

const USERS = [
  { name: "Claire Lefèvre", user: "claire" },
  { name: "Tom Whitfield", user: "tw12" },
];
const find = (sought: string) => findBy(USERS, ({ name, user }) => [name, user], sought).map(({ user }) => user);

test("one finds people by their name without accents, and by the name they sign in with", () => {
  expect(find("lefevre")).toEqual(["claire"]);
  expect(find("TW1")).toEqual(["tw12"]);
  expect(find("nobody")).toEqual([]);
});

test("nothing sought is everybody", () => {
  expect(find(" ")).toEqual(["claire", "tw12"]);
});
