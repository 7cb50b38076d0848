import { expect, test } from "vitest";
import { keptAnswers, openQuestions, type RowAnswer, rowsToImport } from "./rows.model";
import type { FoundColumn, ImportTarget, PreviewRow } from "./sheet.types";
import { asksDateOrder, keyOfTarget, newFieldFor, newFieldTypes, PART_KEYS, targetOfKey } from "./target.model";

const column = (guess: object, more: object = {}) =>
  ({ header: "Diet", guess, samples: [], filled: 3, ...more }) as unknown as FoundColumn;
const TEXT = column({ guess: "text" });
const CHOICE = column({ guess: "choice", options: ["Soft", "Normal"] });

test("each choice gives a target whose key it is", () => {
  for (const key of [...PART_KEYS, "field:0-1"]) expect(keyOfTarget(targetOfKey(key, TEXT))).toBe(key);
});

test("a new field is proposed with the header's name and the type that the column seems to have", () => {
  expect(newFieldFor(TEXT, "Diet")).toEqual({ name: "Diet", type: "short_text" });
  expect(newFieldFor(CHOICE, "Diet")).toEqual({
    name: "Diet",
    type: "choice",
    options: [
      { id: 1, label: "Soft" },
      { id: 2, label: "Normal" },
    ],
  });
  expect(newFieldFor(CHOICE, "Diet", "long_text")).toEqual({ name: "Diet", type: "long_text" });
});

test("a choice is offered only where the column's texts are few", () => {
  expect(newFieldTypes(TEXT)).not.toContain("choice");
  expect(newFieldTypes(CHOICE)).toContain("choice");
});

test("the order of day and month is asked of dates, and of nothing else", () => {
  const assumed = { date_order: { finding: "assumed", order: "day_first" } };
  const dates = column({ guess: "date" }, { ...assumed, samples: ["03/04/1945"] });
  expect(asksDateOrder(dates, { to: "birth_date" }, [])).toBe(true);
  expect(asksDateOrder(dates, { to: "field", field: { new: { name: "x", type: "date" } } }, [])).toBe(true);
  expect(asksDateOrder(dates, { to: "place" }, [])).toBe(false);
  expect(
    asksDateOrder(column({ guess: "date" }, { ...assumed, samples: ["1945-04-03"] }), { to: "birth_date" }, []),
  ).toBe(false);
  expect(asksDateOrder(TEXT, { to: "birth_date" }, [])).toBe(false);
});

const warned = { patients: [{ id: "p1", identity: {}, lists: [] }], hidden: false };
const row = (number: number, family: string, duplicate?: object): PreviewRow =>
  ({ number, line: 0, row: { identity: { family } }, ...(duplicate ? { duplicate } : {}) }) as unknown as PreviewRow;
const ROWS = [row(5, "Roe"), row(6, "Doe", warned), row(7, "Poe", warned)];
const answers = (...pairs: [string, RowAnswer][]) => new Map(pairs);

test("every row that may be a patient of the team needs an answer", () => {
  expect(openQuestions(ROWS, answers(["6/0", { answer: "distinct" }])).map(({ number }) => number)).toEqual([7]);
});

test("rows go with their answers, and those left out do not go", () => {
  const given = answers(["6/0", { answer: "same", patient: "p1" }], ["7/0", { answer: "leave-out" }]);
  expect(rowsToImport(ROWS, given)).toEqual([
    { identity: { family: "Roe" } },
    { identity: { family: "Doe" }, duplicate: { answer: "same", patient: "p1" } },
  ]);
});

test("an answer holds only for the person it was given about", () => {
  const given = answers(["6/0", { answer: "same", patient: "p1" }], ["7/0", { answer: "distinct" }]);
  const other = [row(5, "Roe"), row(6, "Somebody", warned), row(7, "Poe", warned)];
  expect([...keptAnswers(ROWS, other, given).keys()]).toEqual(["7/0"]);
  const gone = [row(6, "Doe", { patients: [], hidden: true })];
  expect(keptAnswers(ROWS, gone, given).size).toBe(0);
});

const TARGET: ImportTarget = { to: "field", field: { id: "f" } };
test("an existing field is known by its id", () => {
  expect(keyOfTarget(TARGET)).toBe("field:f");
});
