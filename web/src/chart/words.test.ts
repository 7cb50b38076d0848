import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeTexts } from "../i18n/bundle";
import english from "../i18n/en";
import french from "../i18n/fr";
import type { Allergy, Condition, Issue, Medication, News2Missing, PartStatus } from "./chart.types";
import { codesWords, codeWords } from "./codes.model";
import { partConditions, partMedications, sortAllergies } from "./current.model";
import { partsWith, summaryOf } from "./issues.model";
import { missingWords } from "./news2.model";

const en = makeTexts("en", english);
const fr = makeTexts("fr", french);
const what = (text: string) => ({ text });

/** Every reason why a parameter has no points, as the server's own document names them. */
function reasons(): readonly string[] {
  const document: {
    components: { schemas: Record<string, { oneOf?: { properties: { type: { enum: string[] } } }[] }> };
  } = JSON.parse(readFileSync("openapi.json", "utf8"));
  return (document.components.schemas.News2Missing?.oneOf ?? []).flatMap(({ properties }) => properties.type.enum);
}

test("every reason for missing points is worded in both languages, none like another", () => {
  expect(reasons().length).toBeGreaterThan(10);
  for (const texts of [en, fr]) {
    const words = reasons().map((type) => missingWords({ type, comparator: "<" } as unknown as News2Missing, texts));
    expect(words.filter((each) => each === undefined || each.startsWith("score-"))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  }
});

test("a code that we do not know is shown as the record wrote it", () => {
  expect(codeWords("active", fr)).toBe("en cours");
  expect(codeWords("Xyz-42", en)).toBe("Xyz-42");
  expect(codesWords(["active", null, undefined, "", "confirmed"], en)).toBe("active, confirmed");
});

test("a problem is of before where it ended or was refuted; one whose status nobody gave is of today", () => {
  const conditions: Condition[] = [
    { what: what("unknown") },
    { what: what("ended, still active"), clinical_status: "active", abated: "2019" },
    { what: what("resolved"), clinical_status: "resolved" },
    { what: what("refuted"), clinical_status: "active", verification_status: "refuted" },
    { what: what("in remission"), clinical_status: "remission" },
  ];
  const { now, earlier } = partConditions(conditions);
  expect(now.map((each) => each.what.text)).toEqual(["unknown", "in remission"]);
  expect(earlier.map((each) => each.what.text)).toEqual(["ended, still active", "resolved", "refuted"]);
});

test("a medication on hold, and one without status, stays among those of today", () => {
  const medications: Medication[] = [
    { what: what("a"), status: "stopped" },
    { what: what("b"), status: "on-hold" },
    { what: what("c") },
  ];
  expect(partMedications(medications).now.map((each) => each.what.text)).toEqual(["b", "c"]);
});

test("no allergy is left out: what is not in force comes after what is", () => {
  const allergies: Allergy[] = [
    { what: what("refuted"), verification_status: "refuted" },
    { what: what("penicillin") },
    { what: what("resolved"), clinical_status: "resolved" },
  ];
  expect(sortAllergies(allergies).map((each) => each.what.text)).toEqual(["penicillin", "refuted", "resolved"]);
});

test("what may be missing of this patient is counted apart from what is only worth knowing", () => {
  const issues: Issue[] = [
    { part: "allergies", kind: "unreadable_resource", count: 2 },
    { part: "conditions", kind: "other_patient", count: 40 },
    { part: "vital_signs", kind: "truncated", count: 1 },
    { part: "vital_signs", kind: "no_answer", count: 1 },
  ];
  expect(summaryOf(issues)).toEqual({ leftOut: 2, isTruncated: true, others: 42 });
  expect(summaryOf(issues, "allergies")).toEqual({ leftOut: 2, isTruncated: false, others: 0 });
  expect(summaryOf([])).toEqual({ leftOut: 0, isTruncated: false, others: 0 });
});

test("the parts that could not be read, and those that are not permitted, are named", () => {
  const part = (status: PartStatus) => ({ status, items: [] });
  const chart = {
    patient: part("none"),
    place: part("failed"),
    vital_signs: part("none"),
    conditions: part("not_supported"),
    allergies: part("not_permitted"),
    medications: part("failed"),
    coverage: part("not_permitted"),
  };
  expect(partsWith("failed", chart)).toEqual(["place", "medications"]);
  expect(partsWith("not_permitted", chart)).toEqual(["allergies", "coverage"]);
});
