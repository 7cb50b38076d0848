import { expect, test } from "vitest";
import type { RowPatient } from "../../api/types";
import { makeTexts } from "../../i18n/bundle";
import english from "../../i18n/en";
import { findMergeCandidates } from "./mergeCandidates.model";

const texts = makeTexts("en", english);
const row = (id: string, family: string, given: string, number: string) =>
  ({ id, identity: { family, given, identifiers: [{ type: "MR", value: number }] } }) as unknown as RowPatient;
const PATIENT = row("p", "Smith", "Ben", "100");
const ROWS = [PATIENT, row("a", "Okonkwo", "Samuel", "4417 311"), row("b", "Smyth", "Ben", "200")];
const found = (sought: string) =>
  findMergeCandidates(PATIENT, ROWS, { sought, today: "2026-11-24", texts }).map(({ id }) => id);

test("who could be taken for the patient stands first, and the patient is not offered", () => {
  expect(found("")).toEqual(["b", "a"]);
});

test("one finds by a part of the name or number, whatever its spaces", () => {
  expect(found("okon")).toEqual(["a"]);
  expect(found("4417311")).toEqual(["a"]);
  expect(found("nobody")).toEqual([]);
});
