import type { ChartValue, Value } from "../api/types";
import type { Texts } from "../i18n/bundle";
import { literal } from "../i18n/literal";
import { clinicalDate, clinicalInstant } from "../patient/clinicalDate.model";

type Of<Source extends ChartValue["source"]> = Extract<ChartValue, { readonly source: Source }>;
type ItemOf<Source extends "place" | "vital_signs" | "allergies" | "conditions" | "medications"> =
  Of<Source>["items"][number];

export type Observation = ItemOf<"vital_signs">;
export type Measured = NonNullable<Observation["value"]>;
export type PartStatus = Of<"place">["status"];
export type News2 = NonNullable<Of<"news2">["score"]>;

/** So many items a column has at most: the patient's page has all. */
const MOST_ITEMS = 50;

/** One thing that the record says, in words. */
export interface ChartItem {
  readonly what: string;
  /** What it measures, of a vital sign. */
  readonly value?: string | undefined;
  /** What is to be known before acting on it, such as that it is not taken. */
  readonly marks: readonly string[];
  /** More of it, such as a dosage. */
  readonly details: readonly string[];
  /** When it was true. */
  readonly when?: string | undefined;
  readonly isImportant?: boolean;
}

/** The value of a field that is bound to the chart; undefined where it is none. */
export function chartOf(value: Value): ChartValue | undefined {
  return typeof value === "object" && value !== null && "source" in value ? value : undefined;
}

const LOINC_SYSTOLIC = "8480-6";
const LOINC_DIASTOLIC = "8462-4";
const has = (concept: { readonly codings?: readonly { readonly code: string }[] }, code: string) =>
  concept.codings?.some((coding) => coding.code === code) === true;

/** A time as the record wrote it: an instant in the team's time zone, a day or less as clinical dates are. */
export function recordTime(written: string, timeZone: string, { language }: Pick<Texts, "language">): string {
  return written.includes("T") ? clinicalInstant(written, timeZone, language) : clinicalDate(written, language);
}

function quantity(value: Extract<Measured, { type: "quantity" }>): string {
  return `${value.comparator ?? ""}${value.comparator ? " " : ""}${value.value}`;
}

/** `38.4 °C`, or the words. */
export function measuredWords(value: Measured): string {
  if (value.type !== "quantity") return literal(value.text);
  return literal([quantity(value), value.unit ?? value.code].filter((part) => part != null).join("\u00a0"));
}

/** `128/76 mmHg` where the components are the two of a blood pressure in one unit; else each with its name. */
function componentWords({ components = [] }: Observation): string | undefined {
  if (components.length === 0) return undefined;
  const find = (code: string) => components.find(({ what }) => has(what, code))?.value;
  const [systolic, diastolic] = [find(LOINC_SYSTOLIC), find(LOINC_DIASTOLIC)];
  if (components.length === 2 && systolic?.type === "quantity" && diastolic?.type === "quantity") {
    if (systolic.unit === diastolic.unit) return `${literal(quantity(systolic))}/${measuredWords(diastolic)}`;
  }
  return components.map(({ what, value }) => `${literal(what.text)} ${value ? measuredWords(value) : "–"}`).join(", ");
}

const present = (...parts: readonly (string | null | undefined | false)[]) =>
  parts.filter((part): part is string => typeof part === "string" && part !== "");

/** Codes that say what one expects; any other is a mark. */
const USUAL = new Set(["final", "amended", "corrected", "active", "confirmed", "in-progress", "completed", "arrived"]);

function marksOf(texts: Texts, ...codes: readonly (string | null | undefined)[]): readonly string[] {
  return present(...codes)
    .filter((code) => !USUAL.has(code))
    .map((code) => texts.findText(`record-code-${code}`) ?? literal(code));
}

interface Words {
  readonly texts: Texts;
  readonly timeZone: string;
}

function observationItem(item: Observation, { texts, timeZone }: Words): ChartItem {
  const isPressure = item.components?.some(({ what }) => has(what, LOINC_SYSTOLIC)) === true;
  const own = item.value ? measuredWords(item.value) : undefined;
  return {
    what: isPressure ? texts.text("blood-pressure") : literal(item.what.text),
    value: present(own, componentWords(item)).join(", ") || texts.text("chart-no-value"),
    marks: marksOf(texts, item.status),
    details: [],
    when: item.effective ? recordTime(item.effective, timeZone, texts) : undefined,
  };
}

function allergyItem(item: ItemOf<"allergies">, { texts }: Words): ChartItem {
  if (item.none_known) return { what: texts.text("chart-none-known"), marks: [], details: [literal(item.what.text)] };
  const reactions = (item.reactions ?? []).flatMap(({ manifestations }) => manifestations).map(literal);
  const isHigh = item.criticality === "high";
  return {
    what: literal(item.what.text),
    marks: [
      ...(isHigh ? [texts.text("chart-high-risk")] : []),
      ...marksOf(texts, item.clinical_status, item.verification_status),
    ],
    details: reactions,
    isImportant: isHigh,
  };
}

function conditionItem(item: ItemOf<"conditions">, { texts, timeZone }: Words): ChartItem {
  const date = (written: string) => recordTime(written, timeZone, texts);
  const recorded = item.recorded ? texts.text("chart-recorded", { date: date(item.recorded) }) : undefined;
  return {
    what: literal(item.what.text),
    marks: marksOf(texts, item.clinical_status, item.verification_status),
    details: present(item.severity).map(literal),
    when: item.onset ? texts.text("chart-since", { date: date(item.onset) }) : recorded,
  };
}

function medicationItem(item: ItemOf<"medications">, { texts, timeZone }: Words): ChartItem {
  return {
    what: literal(item.what.text),
    marks: marksOf(texts, item.status, item.intent),
    details: (item.dosage ?? []).map(literal),
    when: item.written ? recordTime(item.written, timeZone, texts) : undefined,
    isImportant: item.status === "not-taken",
  };
}

function placeItem(item: ItemOf<"place">, { texts, timeZone }: Words): ChartItem {
  return {
    what: item.place == null ? texts.text("chart-no-place") : literal(item.place),
    marks: marksOf(texts, item.status),
    details: [],
    when: item.start ? texts.text("chart-since", { date: recordTime(item.start, timeZone, texts) }) : undefined,
  };
}

type PartValue = Exclude<ChartValue, { readonly source: "news2" }>;

/** Every item of a part, in words. */
export function itemsOf(value: PartValue, words: Words): readonly ChartItem[] {
  switch (value.source) {
    case "place":
      return value.items.map((item) => placeItem(item, words));
    case "vital_signs":
      return value.items.map((item) => observationItem(item, words));
    case "allergies":
      return value.items.map((item) => allergyItem(item, words));
    case "conditions":
      return value.items.map((item) => conditionItem(item, words));
    case "medications":
      return value.items.map((item) => medicationItem(item, words));
  }
}

/** Whether the column may have left out the rest. */
export const mayBeMore = (value: PartValue): boolean => value.items.length >= MOST_ITEMS;

/** An item on one line. */
export function itemLine({ what, value, marks, details, when }: ChartItem): string {
  const more = [...marks, ...details].map((words) => `, ${words}`).join("");
  return `${what}${value === undefined ? "" : ` ${value}`}${more}${when === undefined ? "" : ` (${when})`}`;
}
