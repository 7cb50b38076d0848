import { expect, test } from "vitest";
import type { RecordState } from "../api/types";
import { makeTexts } from "../i18n/bundle";
import english from "../i18n/en";
import french from "../i18n/fr";
import { recordTrouble } from "./recordTrouble.model";

const texts = makeTexts("en", english);
const state = (more: Partial<RecordState>): RecordState => ({
  list: "l",
  connected: true,
  as_of: null,
  reading: false,
  failed: 0,
  ...more,
});

test("a record that answers is not spoken of", () => {
  expect(recordTrouble(state({ problem: null }), texts)).toBeUndefined();
});

test("a record that is away is said in plain words, and that what was known stays", () => {
  expect(recordTrouble(state({ problem: { code: "away", seconds: 30 }, failed: 2 }), texts)).toBe(
    "The record failed several times. It is asked again in 30 seconds. The charts of 2 patients could not be read. What was known last stays in the columns, with its times.",
  );
});

test("each problem of a record is worded in both languages", () => {
  const problems: NonNullable<RecordState["problem"]>[] = [
    { code: "not_allowed", host: "ehr.example.org" },
    { code: "unreachable" },
    { code: "too_slow" },
    { code: "too_large" },
    { code: "not_fhir" },
    { code: "unsupported_version", said: "9.9.9" },
    { code: "not_permitted" },
    { code: "authentication_failed" },
    { code: "rate_limited", seconds: 1 },
    { code: "away", seconds: 1 },
    { code: "server_error", status: 500 },
    { code: "not_there" },
    { code: "sealed" },
  ];
  for (const each of [texts, makeTexts("fr", french)]) {
    const said = problems.map((problem) => recordTrouble(state({ problem }), each));
    expect(said.filter((words) => words?.startsWith(each.text("error-unexpected", { status: 0 })))).toEqual([]);
    expect(new Set(said).size).toBe(problems.length);
  }
});
