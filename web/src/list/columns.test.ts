import { expect, test } from "vitest";
import type { Field } from "../api/types";
import { listColumns, movedColumn } from "./columns.model";
import { IDENTITY, WHOLE_VIEW } from "./rowOrder.model";

const field = (id: string, type: "place" | "short_text" | "long_text" | "number"): Field => ({
  id,
  name: id,
  type,
  locked: false,
  archived: false,
});
const WORDS = { identity: "Patient", fromRecord: "from the record" };
const fields = [field("bed", "place"), field("plan", "long_text"), field("origin", "place")];

test("place and identity come first and are frozen; a second place is a column as any", () => {
  const columns = listColumns(fields, new Map([["plan", 333]]), WHOLE_VIEW, WORDS);
  expect(columns.map(({ id, isFrozen, width }) => [id, isFrozen, width])).toEqual([
    ["bed", true, 110],
    [IDENTITY, true, 270],
    ["plan", false, 333],
    ["origin", false, 110],
  ]);
  expect(columns.filter(({ isRowHeader }) => isRowHeader).map(({ id }) => id)).toEqual([IDENTITY]);
});

test("a column moves by one place and stops at the edges", () => {
  expect(movedColumn(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
  expect(movedColumn(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
  expect(movedColumn(["a", "b", "c"], "c", 1)).toBeUndefined();
  expect(movedColumn(["a", "b", "c"], "z", 1)).toBeUndefined();
});
