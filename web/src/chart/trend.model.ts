import type { Texts } from "../i18n/bundle";
import { literal } from "../i18n/literal";
import { momentOf } from "./chartTime.model";
import { plainNumber, unitOfMeasured } from "./measured.model";
import { readingWords } from "./reading.model";
import { BLOOD_PRESSURE, type Reading, type Sign, type Vitals } from "./vitals.model";

/** One value of a plot. */
export interface Point {
  readonly ms: number;
  readonly value: number;
}

/** A line of a plot: blood pressure has two. */
export interface Line {
  readonly side: "upper" | "lower" | undefined;
  readonly points: readonly Point[];
}

/** What is to be read at one time, in words. */
export interface Stop {
  readonly ms: number;
  readonly words: string;
}

/** How one sign went, oldest first. */
export interface Trend {
  readonly sign: Sign;
  readonly unit: string | undefined;
  readonly lines: readonly Line[];
  readonly stops: readonly Stop[];
  /** Values that no plot can show: bounds, words, other units, values without a time of day. They stand in the table. */
  readonly leftOut: number;
}

/** Fewer values than this are no trend. */
const LEAST_STOPS = 2;

interface Dated {
  readonly ms: number | undefined;
  readonly reading: Reading;
}

function datedReadings({ rows }: Vitals, sign: string, timeZone: string): readonly Dated[] {
  return rows.flatMap(({ time, cells }) =>
    (cells.get(sign) ?? []).map((reading) => ({
      ms: time === undefined ? undefined : momentOf(time, timeZone),
      reading,
    })),
  );
}

const amountsOf = ({ value, lower }: Reading) => [value, lower].filter((amount) => amount !== undefined);

/** Whether all that the reading says can stand in a plot with this unit. */
function isPlottable({ ms, reading }: Dated, unit: string | undefined): boolean {
  const amounts = amountsOf(reading);
  return (
    ms !== undefined &&
    amounts.length > 0 &&
    amounts.every((amount) => plainNumber(amount) !== undefined && unitOfMeasured(amount) === unit)
  );
}

function lineOf(side: Line["side"], dated: readonly Dated[]): Line {
  const points = dated.flatMap(({ ms, reading }) => {
    const value = plainNumber(side === "lower" ? reading.lower : reading.value);
    return ms === undefined || value === undefined ? [] : [{ ms, value }];
  });
  return { side, points };
}

/** What is to be read at each time; several values of one moment are read together, so that each can be reached. */
function stopsOf(dated: readonly Dated[], unit: string | undefined, texts: Texts): readonly Stop[] {
  const words = new Map<number, string>();
  for (const { ms = 0, reading } of dated) {
    const former = words.get(ms);
    const value = readingWords(reading, unit, texts);
    words.set(ms, former === undefined ? value : `${former}, ${value}`);
  }
  return [...words].map(([ms, value]) => ({ ms, words: value }));
}

/** The trend of a sign; undefined where there are not two values to put side by side. */
function trendOf(sign: Sign, vitals: Vitals, timeZone: string, texts: Texts): Trend | undefined {
  const all = datedReadings(vitals, sign.id, timeZone);
  const newest = all.find(({ reading }) => amountsOf(reading).some((amount) => plainNumber(amount) !== undefined));
  if (!newest) return undefined;
  const unit = unitOfMeasured(amountsOf(newest.reading)[0]);
  const shown = all.filter((dated) => isPlottable(dated, unit)).toSorted((a, b) => (a.ms ?? 0) - (b.ms ?? 0));
  const stops = stopsOf(shown, unit, texts);
  if (stops.length < LEAST_STOPS) return undefined;
  const sides: readonly Line["side"][] = sign.id === BLOOD_PRESSURE ? ["upper", "lower"] : [undefined];
  return {
    sign,
    unit,
    lines: sides.map((side) => lineOf(side, shown)).filter(({ points }) => points.length > 0),
    stops,
    leftOut: all.length - shown.length,
  };
}

/** Every sign that has a trend, in the order of the table. */
export function trendsOf(vitals: Vitals, timeZone: string, texts: Texts): readonly Trend[] {
  return vitals.signs.flatMap((sign) => trendOf(sign, vitals, timeZone, texts) ?? []);
}

/** What the sign is called, in the reader's words where we know it. */
export const signWords = ({ label, name }: Sign, { text }: Texts): string =>
  label === undefined ? literal(name) : text(label);
