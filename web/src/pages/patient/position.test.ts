import { expect, test } from "vitest";
import { positionOf } from "./position.model";

test("previous and next are those of the list's order, and the list ends", () => {
  expect(positionOf(["a", "b", "c"], "b")).toEqual({ place: 2, total: 3, previous: "a", next: "c" });
  expect(positionOf(["a", "b", "c"], "a").previous).toBeUndefined();
  expect(positionOf(["a", "b", "c"], "c").next).toBeUndefined();
});

test("from somebody who is not among them one goes to the first", () => {
  expect(positionOf(["a", "b"], "x")).toEqual({ place: 0, total: 2, previous: undefined, next: "a" });
});
