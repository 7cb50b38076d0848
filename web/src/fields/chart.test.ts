import { expect, test } from "vitest";
import type { ChartValue, Field } from "../api/types";
import type { News2 } from "../chart/chart.types";
import { makeTexts } from "../i18n/bundle";
import english from "../i18n/en";
import french from "../i18n/fr";
import { chart } from "./chart";
import { type ChartWords, groupsOf, itemLine, itemsOf } from "./chart.model";
import type { FieldContext } from "./fieldUi";
import { isStaleBy, news2Line, news2Words } from "./news2.model";

const words: ChartWords = { texts: makeTexts("en", english), timeZone: "Europe/Paris", today: "2026-11-24" };
const FIELD = { id: "f", name: "Record", type: "chart", source: "news2" } as Field;
const CONTEXT = { texts: words.texts, timeZone: "Europe/Paris", today: "2026-11-24" } as FieldContext;
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, "").replace(/\u00a0/g, " ");

type Part = Exclude<ChartValue, { readonly source: "news2" }>;
const lines = (value: Part, over: Partial<ChartWords> = {}) =>
  itemsOf(value, { ...words, ...over }).map((item) => plain(itemLine(item)));

const quantity = (value: string, unit: string) => ({ type: "quantity", value, unit }) as const;
const loinc = (code: string, text: string) => ({ text, codings: [{ system: "http://loinc.org", code }] });

const PRESSURE = {
  what: loinc("85354-9", "Blood pressure panel"),
  status: "final",
  effective: "2026-11-24T06:00:00Z",
  components: [
    { what: loinc("8480-6", "Systolic"), value: quantity("128", "mmHg") },
    { what: loinc("8462-4", "Diastolic"), value: quantity("76", "mmHg") },
  ],
};
const TEMPERATURE = {
  what: loinc("8310-5", "Body temperature"),
  status: "preliminary",
  effective: "2026-11-23T06:00:00Z",
  value: quantity("38.40", "°C"),
};

test("a blood pressure is one line; numbers stay as written; of today the time suffices; what is preliminary says so", () => {
  const value: Part = { source: "vital_signs", status: "ok", items: [PRESSURE, TEMPERATURE] };
  expect(lines(value)).toEqual([
    "Blood pressure 128/76 mmHg (07:00)",
    "Temperature 38.40 °C (preliminary) (23-Nov-2026 07:00)",
  ]);
  expect(groupsOf(itemsOf(value, words)).map(({ when, items }) => [when, items.length])).toEqual([
    ["07:00", 1],
    ["23-Nov-2026 07:00", 1],
  ]);
});

test("half a blood pressure shows which half is missing, and two units are not put together", () => {
  const half = { ...PRESSURE, components: [PRESSURE.components[0], { what: loinc("8462-4", "Diastolic") }] };
  const mixed = {
    ...PRESSURE,
    components: [PRESSURE.components[0], { what: loinc("8462-4", "Diastolic"), value: quantity("10", "kPa") }],
  };
  expect(lines({ source: "vital_signs", status: "ok", items: [half, mixed] } as Part)).toEqual([
    "Blood pressure 128 mmHg/not recorded (07:00)",
    "Blood pressure 128 mmHg/10 kPa (07:00)",
  ]);
});

test("that no allergy is known is a statement, and not that none is recorded", () => {
  const stated: Part = {
    source: "allergies",
    status: "ok",
    items: [{ what: { text: "No known allergy" }, none_known: true }],
  };
  expect(lines(stated)).toEqual(["None known, as the record states, No known allergy"]);
  const text = (status: Part["status"]) =>
    chart.textOf({ source: "allergies", status, items: [] } as Part, FIELD, CONTEXT);
  const said = (["none", "not_supported", "not_permitted", "failed"] as const).map(text);
  expect(said).toEqual(["None recorded", "Not offered by the record", "Not permitted", "Could not be read"]);
});

test("an allergy of high risk and a medicine that is not taken say so beside their name", () => {
  const allergy: Part = {
    source: "allergies",
    status: "ok",
    items: [
      {
        what: { text: "Latex" },
        criticality: "high",
        verification_status: "unconfirmed",
        reactions: [{ manifestations: ["Hives", "Wheeze"] }],
      },
    ],
  };
  expect(lines(allergy)).toEqual(["Latex, high risk, unconfirmed, Hives, Wheeze"]);
  const medicine: Part = {
    source: "medications",
    status: "ok",
    items: [{ what: { text: "Warfarin" }, status: "not-taken", dosage: ["3 mg at night"], written: "2026-09" }],
  };
  expect(lines(medicine)).toEqual(["Warfarin, not taken, 3 mg at night (Sep-2026)"]);
});

test("times outlive a copy only with their day", () => {
  const value: Part = { source: "vital_signs", status: "ok", items: [PRESSURE] };
  expect(plain(chart.textOf(value, FIELD, CONTEXT))).toBe("Blood pressure 128/76 mmHg (24-Nov-2026 07:00)");
});

type Score = Extract<News2, { readonly type: "scored" }>;
const points = (parameter: Score["components"][number]["parameter"], given: number): Score["components"][number] => ({
  parameter,
  outcome: {
    type: "points",
    points: given,
    used: { type: "number", value: "1" },
    written: quantity("1", "1"),
    at: "2026-11-24T06:00:00Z",
  },
});
const scored = (total: Score["total"], components: Score["components"] = [], more: Partial<Score> = {}): Score => ({
  type: "scored",
  total,
  components,
  scale: { type: "scale_1" },
  oldest: "2026-11-24T06:00:00Z",
  is_stale: false,
  ...more,
});
const line = (score: News2) => plain(news2Line(score, isStaleBy(score, undefined, 0), words));

test("a whole score says what it means, how old it is, and that it is ours", () => {
  const score = scored({ type: "complete", total: 8, risk: "high" }, [points("pulse", 2)]);
  expect(line(score)).toBe("NEWS2 8, high risk, oldest 07:00, calculated here");
  expect(news2Words(score, words).style).toBe("high");
});

test("an incomplete score is never a plain total, and a single 3 of it stands out", () => {
  const incomplete = { type: "incomplete", at_least: 9, present: 5, of: 7, is_high: true } as const;
  const score = scored(incomplete, [points("respiration", 3), points("pulse", 2)]);
  expect(line(score)).toBe(
    "NEWS2 incomplete, at least 9 (5 of 7), 3 points for respiration, oldest 07:00, calculated here",
  );
  expect(news2Words(score, words).style).toBe("high");
  const calm = scored({ ...incomplete, at_least: 1, is_high: false }, [points("pulse", 1)]);
  expect(news2Words(calm, words)).toMatchObject({ style: "none", single: undefined });
});

test("a single 3 in a low total is in the style of high, and keeps its words", () => {
  const score = scored({ type: "complete", total: 3, risk: "low_medium" }, [points("oxygen", 0), points("spo2", 3)]);
  expect(news2Words(score, words)).toMatchObject({ style: "high", meaning: "low-medium risk" });
});

test("an old score says that it is stale, and one that is none says why", () => {
  const stale = scored({ type: "complete", total: 1, risk: "low" }, [], { is_stale: true, ahead_of_now: ["pulse"] });
  expect(line(stale)).toBe(
    "NEWS2 1, low risk, STALE, oldest 07:00, calculated here, dated ahead of now and not used: pulse",
  );
  expect(line({ type: "not_scored", why: "under_16" })).toBe("NEWS2 not scored, under 16 years");
  const inFrench = { ...words, texts: makeTexts("fr", french) };
  expect(plain(news2Line({ type: "not_scored", why: "age_unknown" }, false, inFrench))).toBe(
    "NEWS2 non calculé, l’âge n’est pas connu",
  );
});

test("a score grows stale by itself while the record is away", () => {
  const score = scored({ type: "complete", total: 1, risk: "low" });
  const after = (hours: number) => isStaleBy(score, 12, Date.parse("2026-11-24T06:00:00Z") + hours * 3_600_000);
  expect([after(0), after(12), after(12.1)]).toEqual([false, false, true]);
});

test("scores are put in order by their points; one that is none has no place", () => {
  const value = (score: News2 | null): ChartValue => ({ source: "news2", score });
  const low = value(scored({ type: "complete", total: 2, risk: "low" }));
  const high = value(scored({ type: "incomplete", at_least: 11, present: 4, of: 7, is_high: true }));
  expect(chart.compare?.(low, high, FIELD)).toBeLessThan(0);
  expect(chart.hasOrder?.(high)).toBe(true);
  expect(chart.hasOrder?.(value({ type: "not_scored", why: "pregnant" }))).toBe(false);
  expect(chart.hasOrder?.(value(null))).toBe(false);
});

test("nothing typed or pasted becomes a value of the record", () => {
  expect(chart.fromText("7", FIELD, CONTEXT)).toEqual({ ok: false, problem: "error-from-record" });
  expect(chart.valueOf("7", FIELD, CONTEXT)).toEqual({ ok: false, problem: "error-from-record" });
});
