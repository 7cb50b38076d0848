import type { ChartValue, Value } from "../api/types";
import type { Allergy, Condition, Encounter, Medication, Observation } from "../chart/chart.types";
import { codeWords } from "../chart/codes.model";
import { readingWords } from "../chart/reading.model";
import { vitalsOf } from "../chart/vitals.model";
import type { Texts } from "../i18n/bundle";
import { literal } from "../i18n/literal";
import { clinicalDate, clinicalDateTime, localDateTime } from "../patient/clinicalDate.model";

/** So many items a column has at most: the patient's page has all. */
const MOST_ITEMS = 50;

/** What wording takes. */
export interface ChartWords {
  readonly texts: Texts;
  /** The team's. */
  readonly timeZone: string;
  /** The day there, whose times are said without it; undefined for words that outlive it, such as a copy. */
  readonly today: string | undefined;
}

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

/** A time as the record wrote it: an instant in the team's time zone, of `today` only the time; a day or less as clinical dates are. */
export function recordTime(written: string, { texts: { language }, timeZone, today }: ChartWords): string {
  if (!written.includes("T")) return clinicalDate(written, language);
  const instant = new Date(written);
  if (Number.isNaN(instant.getTime())) return written;
  const local = localDateTime(instant, timeZone);
  return local.slice(0, 10) === today ? local.slice(11) : clinicalDateTime(local, language);
}

const present = (...parts: readonly (string | null | undefined | false)[]) =>
  parts.filter((part): part is string => typeof part === "string" && part !== "");

/** Codes that say what one expects; any other is a mark. */
const USUAL = new Set(["final", "amended", "corrected", "active", "confirmed", "in-progress", "completed", "arrived"]);

function marksOf(texts: Texts, ...codes: readonly (string | null | undefined)[]): readonly string[] {
  return present(...codes)
    .filter((code) => !USUAL.has(code))
    .map((code) => codeWords(code, texts));
}

/** The newest of each sign, together with what else was measured in that minute, in the order of the printed chart. */
function vitalItems(observations: readonly Observation[], words: ChartWords): readonly ChartItem[] {
  const { texts } = words;
  const { signs, rows } = vitalsOf(observations, words.timeZone);
  return rows.flatMap(({ time, cells }) =>
    signs.flatMap(({ id, label, name }) =>
      (cells.get(id) ?? []).map((reading) => ({
        what: label ? texts.text(label) : literal(name),
        value: readingWords(reading, undefined, texts),
        marks: [],
        details: [],
        when: time === undefined ? undefined : recordTime(time, words),
      })),
    ),
  );
}

function allergyItem(item: Allergy, { texts }: ChartWords): ChartItem {
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

function conditionItem(item: Condition, words: ChartWords): ChartItem {
  const { texts } = words;
  const date = (written: string) => recordTime(written, words);
  const recorded = item.recorded ? texts.text("chart-recorded", { date: date(item.recorded) }) : undefined;
  return {
    what: literal(item.what.text),
    marks: marksOf(texts, item.clinical_status, item.verification_status),
    details: present(item.severity).map(literal),
    when: item.onset ? texts.text("chart-since", { date: date(item.onset) }) : recorded,
  };
}

function medicationItem(item: Medication, words: ChartWords): ChartItem {
  const { texts } = words;
  return {
    what: literal(item.what.text),
    marks: marksOf(texts, item.status, item.intent),
    details: (item.dosage ?? []).map(literal),
    when: item.written ? recordTime(item.written, words) : undefined,
    isImportant: item.status === "not-taken",
  };
}

function placeItem(item: Encounter, words: ChartWords): ChartItem {
  const { texts } = words;
  return {
    what: item.place == null ? texts.text("chart-no-place") : literal(item.place),
    marks: marksOf(texts, item.status),
    details: [],
    when: item.start ? texts.text("chart-since", { date: recordTime(item.start, words) }) : undefined,
  };
}

type PartValue = Exclude<ChartValue, { readonly source: "news2" }>;

/** Every item of a part, in words. */
export function itemsOf(value: PartValue, words: ChartWords): readonly ChartItem[] {
  switch (value.source) {
    case "place":
      return value.items.map((item) => placeItem(item, words));
    case "vital_signs":
      return vitalItems(value.items, words);
    case "allergies":
      return value.items.map((item) => allergyItem(item, words));
    case "conditions":
      return value.items.map((item) => conditionItem(item, words));
    case "medications":
      return value.items.map((item) => medicationItem(item, words));
  }
}

/** What was true at one time, in the order of the items. */
export interface ChartGroup {
  readonly when: string | undefined;
  readonly items: readonly ChartItem[];
}

/** Items that follow one another and were true at the same time, together: a set of vital signs says its time once. */
export function groupsOf(items: readonly ChartItem[]): readonly ChartGroup[] {
  const groups: { when: string | undefined; items: ChartItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last.when === item.when) last.items.push(item);
    else groups.push({ when: item.when, items: [item] });
  }
  return groups;
}

/** Whether the column may have left out the rest. */
export const mayBeMore = (value: PartValue): boolean => value.items.length >= MOST_ITEMS;

/** An item on one line. */
export function itemLine({ what, value, marks, details, when }: ChartItem): string {
  const more = [...marks, ...details].map((words) => `, ${words}`).join("");
  return `${what}${value === undefined ? "" : ` ${value}`}${more}${when === undefined ? "" : ` (${when})`}`;
}
