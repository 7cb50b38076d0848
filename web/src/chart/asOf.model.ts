import type { Texts } from "../i18n/bundle";
import { localDateTime } from "../patient/clinicalDate.model";
import { shortTimeWords } from "./chartTime.model";

const MINUTE_MS = 60_000;
/** From this many minutes on an age is said in hours, and from that many hours in days. */
const HOURS_FROM_MINUTES = 120;
const DAYS_FROM_HOURS = 48;

/** How long ago something was: `3 minutes ago`. A clock that goes a little wrong never makes it the future. */
export function ageWords(sinceMs: number, nowMs: number, { text }: Texts): string {
  const minutes = Math.max(0, Math.floor((nowMs - sinceMs) / MINUTE_MS));
  if (minutes === 0) return text("age-moment");
  if (minutes < HOURS_FROM_MINUTES) return text("age-minutes", { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < DAYS_FROM_HOURS) return text("age-hours", { count: hours });
  return text("age-days", { count: Math.floor(hours / 24) });
}

export interface Clock {
  readonly nowMs: number;
  readonly timeZone: string;
}

/** `as of 10:42, 3 minutes ago`; of another day with the date. */
export function asOfWords(asOf: string, { nowMs, timeZone }: Clock, texts: Texts): string {
  const ms = Date.parse(asOf);
  if (Number.isNaN(ms)) return texts.text("as-of", { time: asOf });
  const today = localDateTime(new Date(nowMs), timeZone).slice(0, 10);
  const time = shortTimeWords(localDateTime(new Date(ms), timeZone), today, texts.language);
  return texts.text("as-of-age", { time, age: ageWords(ms, nowMs, texts) });
}
