import type { IsoDate } from "../api/types";
import { type Language, LOCALES } from "../i18n/language";

/** The months as clinical dates name them (ward-safety.md): fixed, without dots, four letters at most. */
export const MONTHS: Record<Language, readonly string[]> = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  fr: ["janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"],
};

export interface DateParts {
  readonly year: number;
  /** 1 to 12; absent where only the year is known. */
  readonly month?: number;
  readonly day?: number;
}

/** Days of a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; undefined where it is none of these or no day of the calendar. */
export function parseIsoDate(iso: IsoDate): DateParts | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), match[2], match[3]];
  if (month === undefined) return { year };
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  if (day === undefined) return { year, month: monthNumber };
  const dayNumber = Number(day);
  if (dayNumber < 1 || dayNumber > daysInMonth(year, monthNumber)) return undefined;
  return { year, month: monthNumber, day: dayNumber };
}

/** Writes the parts as `YYYY-MM-DD`. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** `14-Jul-1945`, `Jul-1945` or `1945`; what cannot be read is shown as it came, never hidden. */
export function clinicalDate(iso: IsoDate, language: Language): string {
  const parts = parseIsoDate(iso);
  if (!parts) return iso;
  const month = parts.month === undefined ? undefined : MONTHS[language][parts.month - 1];
  const day = parts.day === undefined ? undefined : String(parts.day).padStart(2, "0");
  return [day, month, String(parts.year)].filter((part) => part !== undefined).join("-");
}

/** `14-Jul-1945 09:30` from a local `YYYY-MM-DDTHH:mm`. */
export function clinicalDateTime(local: string, language: Language): string {
  const [date, time] = local.split("T");
  return date && time ? `${clinicalDate(date, language)} ${time.slice(0, 5)}` : local;
}

/** The local `YYYY-MM-DDTHH:mm` of an instant in a time zone (the team's, never the browser's). */
export function localDateTime(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(LOCALES.en, {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/** `14-Jul-1945 09:30` of an instant (RFC 3339) in a time zone. */
export function clinicalInstant(instant: string, timeZone: string, language: Language): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : clinicalDateTime(localDateTime(at, timeZone), language);
}
