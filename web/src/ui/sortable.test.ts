import { expect, test } from "vitest";
import { before, movedTo, placeAt } from "./sortable.model";

test("an item moves to a place, and the others close up", () => {
  expect(movedTo(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(movedTo(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(movedTo(["a"], 5, 0)).toEqual(["a"]);
});

test("a dragged item takes the place under the pointer", () => {
  const middles = [10, 30, 50];
  expect(placeAt(middles, 0, 5)).toBe(0);
  expect(placeAt(middles, 0, 35)).toBe(1);
  expect(placeAt(middles, 0, 99)).toBe(2);
  expect(placeAt(middles, 2, 5)).toBe(0);
});

test("a place is told by the item before it", () => {
  expect(before(["a", "b"], "b")).toBe("a");
  expect(before(["a", "b"], "a")).toBeNull();
});
