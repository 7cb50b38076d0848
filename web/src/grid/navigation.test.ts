import { expect, test } from "vitest";
import { HEADER } from "./grid.types";
import { between, cellAfterChange, cellAfterEdit, cellAfterKey, type Field } from "./navigation.model";

const field: Field = { rows: ["r1", "r2", "r3", "r4", "r5"], columns: ["a", "b", "c"], page: 2 };
const go = (row: string, column: string, key: string, isCommand = false) => {
  const cell = cellAfterKey(field, { row, column }, { key, isCommand });
  return cell && `${cell.row} ${cell.column}`;
};

test("arrows lead to the next cell and stop at the edges", () => {
  expect(go("r2", "b", "ArrowDown")).toBe("r3 b");
  expect(go("r2", "b", "ArrowLeft")).toBe("r2 a");
  expect(go("r5", "c", "ArrowDown")).toBe("r5 c");
  expect(go("r5", "c", "ArrowRight")).toBe("r5 c");
});

test("the header stands above the first row", () => {
  expect(go("r1", "b", "ArrowUp")).toBe(`${HEADER} b`);
  expect(go(HEADER, "b", "ArrowUp")).toBe(`${HEADER} b`);
  expect(go(HEADER, "b", "ArrowDown")).toBe("r1 b");
});

test("Home and End stay in the row, with Ctrl they lead to the grid's corners", () => {
  expect(go("r3", "b", "Home")).toBe("r3 a");
  expect(go("r3", "b", "End")).toBe("r3 c");
  expect(go("r3", "b", "Home", true)).toBe("r1 a");
  expect(go("r3", "b", "End", true)).toBe("r5 c");
});

test("pages go as far as rows fit, and not into the header", () => {
  expect(go("r2", "b", "PageDown")).toBe("r4 b");
  expect(go("r4", "b", "PageDown")).toBe("r5 b");
  expect(go("r2", "b", "PageUp")).toBe("r1 b");
});

test("a key without a meaning leads nowhere", () => {
  expect(go("r2", "b", "x")).toBeUndefined();
});

test("after an edit one goes down, right, left, or stays", () => {
  const from = { row: "r2", column: "b" };
  expect(cellAfterEdit(field, from, "down")).toEqual({ row: "r3", column: "b" });
  expect(cellAfterEdit(field, from, "left")).toEqual({ row: "r2", column: "a" });
  expect(cellAfterEdit(field, from, "stay")).toEqual(from);
});

test("when the active row goes, the row in its place is active", () => {
  const shorter: Field = { ...field, rows: ["r1", "r3", "r4", "r5"] };
  expect(cellAfterChange(field, shorter, { row: "r2", column: "b" })).toEqual({ row: "r3", column: "b" });
  const first: Field = { ...field, rows: ["r1"] };
  expect(cellAfterChange(field, first, { row: "r5", column: "c" })).toEqual({ row: "r1", column: "c" });
});

test("when rows only change places the active cell stays with its row", () => {
  const turned: Field = { ...field, rows: [...field.rows].reverse() };
  expect(cellAfterChange(field, turned, { row: "r2", column: "b" })).toEqual({ row: "r2", column: "b" });
});

test("when the last row or the column goes, the focus finds a cell", () => {
  expect(cellAfterChange(field, { ...field, rows: [] }, { row: "r2", column: "b" })).toEqual({
    row: HEADER,
    column: "b",
  });
  expect(cellAfterChange(field, { ...field, columns: ["a", "b"] }, { row: "r2", column: "c" })).toEqual({
    row: "r2",
    column: "b",
  });
});

test("a range is in order whichever end was first", () => {
  expect(between(field.rows, "r4", "r2")).toEqual(["r2", "r3", "r4"]);
  expect(between(field.rows, "r4", "gone")).toEqual([]);
});
