import { expect, test } from "vitest";
import { columnLetters } from "./columnWords";

test("columns have the letters that spreadsheet programs give them", () => {
  expect([0, 25, 26, 51, 52, 199].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "GR"]);
});
