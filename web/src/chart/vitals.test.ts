import { expect, test } from "vitest";
import { makeTexts } from "../i18n/bundle";
import english from "../i18n/en";
import french from "../i18n/fr";
import type { Measured, Observation } from "./chart.types";
import { readingWords, unitOfSign } from "./reading.model";
import { trendsOf } from "./trend.model";
import { vitalsOf } from "./vitals.model";

const PARIS = "Europe/Paris";
const en = makeTexts("en", english);
const fr = makeTexts("fr", french);

const LOINC = "http://loinc.org";
const concept = (code: string, text: string) => ({ text, codings: [{ system: LOINC, code }] });
const quantity = (value: string, unit?: string, comparator?: string): Measured => ({
  type: "quantity",
  value,
  ...(unit === undefined ? {} : { unit }),
  ...(comparator === undefined ? {} : { comparator }),
});
const pulse = (effective: string | null, value: string, more: Partial<Observation> = {}): Observation => ({
  what: concept("8867-4", "Heart rate"),
  status: "final",
  effective,
  value: quantity(value, "/min"),
  ...more,
});
const pressure = (effective: string, systolic: string | undefined, diastolic: string | undefined): Observation => ({
  what: concept("85354-9", "Blood pressure panel"),
  status: "final",
  effective,
  components: [
    ...(systolic === undefined ? [] : [{ what: concept("8480-6", "Systolic"), value: quantity(systolic, "mmHg") }]),
    ...(diastolic === undefined ? [] : [{ what: concept("8462-4", "Diastolic"), value: quantity(diastolic, "mmHg") }]),
  ],
});
const wordsAt = (observations: readonly Observation[], sign: string, row = 0) => {
  const vitals = vitalsOf(observations, PARIS);
  const unit = unitOfSign(vitals, sign);
  return (vitals.rows[row]?.cells.get(sign) ?? []).map((reading) => readingWords(reading, unit, en));
};

test("what was observed in one minute stands in one row, the newest first, whatever the record's order", () => {
  const { rows } = vitalsOf(
    [
      pulse("2026-11-24T08:00:10Z", "88"),
      pressure("2026-11-24T09:30:00Z", "120", "80"),
      pulse("2026-11-24T10:30:45", "90"),
      pulse(null, "70"),
      pulse("2026-11-24", "60"),
    ],
    PARIS,
  );
  expect(rows.map(({ key }) => key)).toEqual(["2026-11-24T10:30", "2026-11-24T09:00", "2026-11-24", ""]);
  expect([...(rows[0]?.cells.keys() ?? [])].toSorted()).toEqual(["blood-pressure", "pulse"]);
});

test("the known signs come in the order of the paper chart, others after them by the record's name", () => {
  const { signs } = vitalsOf(
    [
      pulse("2026-11-24T08:00:00Z", "88"),
      { what: concept("29463-7", "Body weight"), effective: "2026-11-24T08:00:00Z", value: quantity("70", "kg") },
      { what: concept("9279-1", "Resp"), effective: "2026-11-24T08:00:00Z", value: quantity("16", "/min") },
    ],
    PARIS,
  );
  expect(signs.map(({ id, label, name }) => label ?? `${id}: ${name}`)).toEqual([
    "vital-respiration",
    "vital-pulse",
    "other 29463-7: Body weight",
  ]);
});

test("a blood pressure is one value with two numbers, and says which one is missing", () => {
  const at = "2026-11-24T08:00:00Z";
  expect(wordsAt([pressure(at, "120", "80")], "blood-pressure")).toEqual(["120/80"]);
  expect(wordsAt([pressure(at, "120", undefined)], "blood-pressure")).toEqual(["120/not recorded"]);
  expect(wordsAt([pressure(at, undefined, "80")], "blood-pressure")).toEqual(["not recorded/80"]);
});

test("the halves of two blood pressures of one minute are never put together", () => {
  const at = "2026-11-24T08:00:00Z";
  expect(wordsAt([pressure(at, "120", undefined), pressure(at, undefined, "60")], "blood-pressure")).toEqual([
    "120/not recorded",
    "not recorded/60",
  ]);
});

test("systolic and diastolic pressure as two observations are one blood pressure", () => {
  const single = (code: string, value: string): Observation => ({
    what: concept(code, "Pressure"),
    status: "final",
    effective: "2026-11-24T08:00:00Z",
    value: quantity(value, "mmHg"),
  });
  expect(wordsAt([single("8462-4", "80"), single("8480-6", "120")], "blood-pressure")).toEqual(["120/80"]);
});

test("a value keeps its precision, its bound and its status", () => {
  const at = "2026-11-24T08:00:00Z";
  expect(wordsAt([pulse(at, "88.0")], "pulse")).toEqual(["88.0"]);
  expect(wordsAt([pulse(at, "200", { value: quantity("200", "/min", ">") })], "pulse")).toEqual([">200"]);
  expect(wordsAt([pulse(at, "88", { status: "preliminary" })], "pulse")).toEqual(["88 (preliminary)"]);
  expect(wordsAt([pulse(at, "88", { value: null, status: "cancelled" })], "pulse")).toEqual(["no value (cancelled)"]);
  expect(wordsAt([pulse(at, "88", { status: null })], "pulse")).toEqual(["88 (status unknown)"]);
});

test("the unit is said once where all values have the same, else with each value", () => {
  const kelvin = (effective: string, value: string, unit: string): Observation => ({
    what: concept("8310-5", "Temperature"),
    status: "final",
    effective,
    value: quantity(value, unit),
  });
  const vitals = vitalsOf(
    [kelvin("2026-11-24T09:00:00Z", "38.4", "°C"), kelvin("2026-11-24T08:00:00Z", "101.1", "°F")],
    PARIS,
  );
  expect(unitOfSign(vitals, "temperature")).toBeUndefined();
  const [reading] = vitals.rows[0]?.cells.get("temperature") ?? [];
  expect(reading && readingWords(reading, undefined, fr)).toBe("38,4\u00a0°C");
  const [trend] = trendsOf(
    vitalsOf(
      [
        ...["07", "06"].map((hour) => kelvin(`2026-11-24T${hour}:00:00Z`, "37.0", "°C")),
        kelvin("2026-11-24T05:00:00Z", "99", "°F"),
      ],
      PARIS,
    ),
    PARIS,
    en,
  );
  expect(trend?.stops.map(({ words }) => words)).toEqual(["37.0", "37.0"]);
  expect(trend?.leftOut).toBe(1);
});
