import { expect, test } from "vitest";
import { droppedAt, movedByOne } from "./reorder.model";

const order = ["a", "b", "c", "d"];

test("one place up or down, and not beyond the edges", () => {
  expect(movedByOne(order, "c", -1)).toEqual({ patient: "c", after: "a" });
  expect(movedByOne(order, "b", -1)).toEqual({ patient: "b", after: null });
  expect(movedByOne(order, "b", 1)).toEqual({ patient: "b", after: "c" });
  expect(movedByOne(order, "a", -1)).toBeUndefined();
  expect(movedByOne(order, "d", 1)).toBeUndefined();
});

test("a dropped row stands before or behind the one it was dropped on", () => {
  expect(droppedAt(order, "d", "a", "before")).toEqual({ patient: "d", after: null });
  expect(droppedAt(order, "d", "a", "behind")).toEqual({ patient: "d", after: "a" });
  expect(droppedAt(order, "a", "c", "before")).toEqual({ patient: "a", after: "b" });
});

test("dropping a row where it is changes nothing", () => {
  expect(droppedAt(order, "b", "a", "behind")).toBeUndefined();
  expect(droppedAt(order, "b", "c", "before")).toBeUndefined();
  expect(droppedAt(order, "b", "b", "before")).toBeUndefined();
});
