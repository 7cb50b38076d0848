import { expect, test } from "vitest";
import { makeTexts } from "../i18n/bundle";
import english from "../i18n/en";
import { NO_SEARCH, readSearch, type SearchDraft } from "./recordSearch.model";

const texts = makeTexts("en", english);
const read = (draft: Partial<SearchDraft>, needsReason = false) =>
  readSearch({ ...NO_SEARCH, ...draft }, "2026-11-24", needsReason, texts);
const missing = (draft: Partial<SearchDraft>, needsReason = false) => {
  const result = read(draft, needsReason);
  return result.ok ? {} : result.problems;
};

test("the birth date with two of family name, given name and sex is a search", () => {
  expect(read({ family: " Mar ", sex: "female", born: "14/7/1945" })).toEqual({
    ok: true,
    search: { family: "Mar", sex: "female", birth_date: "1945-07-14" },
  });
});

test("a number by itself is a search, and so is an id", () => {
  expect(read({ mrn: "10015271" })).toEqual({ ok: true, search: { mrn: "10015271" } });
  expect(read({ id: "p001" })).toEqual({ ok: true, search: { id: "p001" } });
});

test("what is missing is said at its field", () => {
  expect(missing({})).toEqual({
    born: "Give the birth date, or a number below.",
    family: "Give 2 of family name, given name and sex.",
  });
  expect(missing({ family: "Mar", given: "Zo" })).toEqual({ born: "Give the birth date, or a number below." });
  expect(missing({ family: "Mar", born: "14/7/1945" })).toEqual({
    given: "Give 1 more of family name, given name and sex.",
  });
});

test("half a birth date does not do, not even beside a number", () => {
  expect(Object.keys(missing({ family: "Mar", given: "Zo", born: "1945" }))).toEqual(["born"]);
  expect(Object.keys(missing({ mrn: "1", born: "Jul 1945" }))).toEqual(["born"]);
});

test("a reason is wanted once the server asks for it", () => {
  expect(missing({ mrn: "1" }, true)).toEqual({ reason: "Write the reason." });
  expect(read({ mrn: "1", reason: "night shift" }, true)).toMatchObject({ search: { reason: "night shift" } });
});
