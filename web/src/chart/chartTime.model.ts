import type { Language } from "../i18n/language";
import { clinicalDate, clinicalDateTime, localDateTime } from "../patient/clinicalDate.model";

/**
 * A time as the record wrote it, as exact as it was: `2018`, `2018-09`, `2018-09-17`, `2018-09-17T13:00:00` (no zone was said) or
 * `2018-09-17T18:00:00Z`.
 */
export type ChartTime = string;

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
const ZONED = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/;

/** The moment at which a clock of the zone shows this minute. */
function instantOf(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local}Z`);
  let moment = asUtc;
  // Twice, since the first guess may lie on the other side of a change of the clocks.
  for (let step = 0; step < 2; step += 1) moment += asUtc - Date.parse(`${localDateTime(new Date(moment), timeZone)}Z`);
  return moment;
}

/** The minute in the team's time zone, `YYYY-MM-DDTHH:mm`; undefined where no time of day is known. A time without a zone is the ward's. */
export function localMinute(time: ChartTime, timeZone: string): string | undefined {
  if (LOCAL.test(time)) return time.slice(0, 16);
  const moment = ZONED.test(time) ? Date.parse(time) : Number.NaN;
  return Number.isNaN(moment) ? undefined : localDateTime(new Date(moment), timeZone);
}

/** The moment in milliseconds; undefined where no time of day is known. */
export function momentOf(time: ChartTime, timeZone: string): number | undefined {
  const moment = LOCAL.test(time)
    ? instantOf(time.slice(0, 16), timeZone)
    : ZONED.test(time)
      ? Date.parse(time)
      : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment;
}

/** `17-Sep-2018 13:00`, `17-Sep-2018`, `Sep-2018` or `2018`: never more exact than the record; what cannot be read is shown as it came. */
export function chartTimeWords(time: ChartTime, timeZone: string, language: Language): string {
  const minute = localMinute(time, timeZone);
  return minute === undefined ? clinicalDate(time, language) : clinicalDateTime(minute, language);
}

/** `13:00` on the day that is today, else with the date: what is of another day, or only known by its day, never looks like now. */
export function shortTimeWords(minute: string, today: string, language: Language): string {
  if (!minute.includes("T")) return clinicalDate(minute, language);
  return minute.slice(0, 10) === today ? minute.slice(11) : clinicalDateTime(minute, language);
}
