import fc from "fast-check";
import { expect, test } from "vitest";
import { fromTsv, toTsv } from "./tsv.model";

test("a range is written with tabs and lines", () => {
  expect(
    toTsv([
      ["A2", "SMITH, Ben"],
      ["A10", ""],
    ]),
  ).toBe("A2\tSMITH, Ben\nA10\t");
});

test("a cell of several lines is quoted, as spreadsheets do", () => {
  expect(toTsv([['say "no"\nthen go']])).toBe('"say ""no""\nthen go"');
});

test("what a spreadsheet puts on the clipboard is read, with its line end of Windows at the end", () => {
  expect(fromTsv('a\tb\r\n"1\n2"\t""\r\n')).toEqual([
    ["a", "b"],
    ["1\n2", ""],
  ]);
});

test("a quote inside a word is only a quote", () => {
  expect(fromTsv('5" wound\t"open')).toEqual([['5" wound', '"open']]);
});

test("what is written is read again", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "\t", "\n", '"', " ", "é") });
  const row = fc.array(cell, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      // One empty cell at the very end cannot be told from the line end.
      const sealed = [...rows, ["end"]];
      expect(fromTsv(toTsv(sealed))).toEqual(sealed);
    }),
  );
});
