import { expect, test } from "vitest";
import type { Identity } from "../api/types";
import { makeTexts } from "../i18n/bundle";
import english from "../i18n/en";
import { compareIdentities } from "./compare.model";

const texts = makeTexts("en", english);
const OURS: Identity = {
  family: "Smith",
  given: "Ben",
  sex: "male",
  birth_date: "1945-07-14",
  identifiers: [
    { type: "MR", value: "4417 203" },
    { type: "NI", system: "https://fhir.nhs.uk/Id/nhs-number", value: "9434765919" },
  ],
};
const differing = (other: Identity) =>
  compareIdentities(OURS, other, "2026-11-24", texts)
    .filter(({ differs }) => differs)
    .map(({ label, second }) => [label, ...second]);

test("the same identity differs in nothing, whatever the order of its numbers and the case of the family name", () => {
  const other = { ...OURS, family: "SMITH", identifiers: OURS.identifiers?.toReversed() ?? [] };
  expect(differing(other)).toEqual([]);
});

test("each part that differs is named, and what is missing says so", () => {
  expect(differing({ ...OURS, given: "Benjamin" })).toEqual([["given-name", "Benjamin"]]);
  expect(differing({ ...OURS, birth_date: "1945-07" })).toEqual([["birth-date", "Jul-1945"]]);
  expect(differing({ ...OURS, family: null, sex: null })).toEqual([
    ["family-name", "Not recorded"],
    ["sex", "Not recorded"],
  ]);
  expect(differing({ ...OURS, identifiers: [{ type: "MR", value: "9" }] })).toEqual([["identity-numbers", "MRN 9"]]);
});
