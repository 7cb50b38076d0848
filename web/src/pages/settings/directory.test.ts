import { expect, test } from "vitest";
import { findPerson, peopleToAdd } from "./directory.model";

const people = peopleToAdd(
  [
    { id: "1", name: "Tom Whitfield", user: "tom" },
    { id: "2", name: "Zoé Martin", user: "zoe" },
    { id: "3", name: "Zoé Martin", user: "zoe2" },
    { id: "4", name: "Ruth Okafor", user: "ruth" },
  ],
  [{ user: "4" }],
);

test("whoever is in the team is not offered", () => {
  expect(people.map(({ user }) => user)).toEqual(["tom", "zoe", "zoe2"]);
});

test("one person is meant by what is offered, by the sign-in name, or by a name that only one has", () => {
  expect(findPerson(people, "Tom Whitfield (tom)")?.id).toBe("1");
  expect(findPerson(people, " TOM ")?.id).toBe("1");
  expect(findPerson(people, "tom whitfield")?.id).toBe("1");
  expect(findPerson(people, "zoe2")?.id).toBe("3");
});

test("of two with the same name nobody is guessed", () => {
  expect(findPerson(people, "zoe martin")).toBeUndefined();
  expect(findPerson(people, "")).toBeUndefined();
});
