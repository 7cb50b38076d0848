import type { Language } from "../i18n/language";
import { daysInMonth, isoDate, MONTHS } from "../patient/clinicalDate.model";

export interface DateInputOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** A birth date: two digits of a year lie in the past hundred years, and a part of a date will do. */
  readonly isBirthDate?: boolean;
}

const LONG_MONTHS: Record<Language, readonly string[]> = {
  en: "january february march april may june july august september october november december".split(" "),
  fr: "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(" "),
};

const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();

/** The month that a word begins, in either language; undefined where it could be two (`jui`: juin, juillet). */
function monthNamed(word: string): number | undefined {
  const months = new Set<number>();
  for (const language of ["en", "fr"] as const) {
    MONTHS[language].forEach((short, index) => {
      if (folded(short) === word) months.add(index + 1);
    });
    LONG_MONTHS[language].forEach((long, index) => {
      if (word.length >= 3 && long.startsWith(word)) months.add(index + 1);
    });
  }
  return months.size === 1 ? [...months][0] : undefined;
}

function fullYear(digits: string, { today, isBirthDate = false }: DateInputOptions): number | undefined {
  if (digits.length === 4) return Number(digits);
  if (digits.length !== 2) return undefined;
  const thisYear = Number(today.slice(0, 4));
  const year = Math.floor(thisYear / 100) * 100 + Number(digits);
  return isBirthDate && year > thisYear ? year - 100 : year;
}

function checked(year: number | undefined, month: number | undefined, day: number): string | undefined {
  if (year === undefined || month === undefined || year < 1800) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return isoDate(year, month, day);
}

function relativeDay(text: string, today: string): string | undefined {
  const days = /^(?:today|aujourd'?hui)$/.test(text) ? 0 : /^[+-]\d{1,3}$/.test(text) ? Number(text) : undefined;
  if (days === undefined) return undefined;
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

function partial(text: string, options: DateInputOptions): string | undefined {
  if (/^\d{4}$/.test(text)) return Number(text) >= 1800 ? text : undefined;
  const iso = /^(\d{4})-(\d{1,2})$/.exec(text);
  const monthFirst = iso ?? /^([\p{L}\d]+)[\s./-]+(\d{4})$/u.exec(text);
  const [month, year] = iso ? [iso[2], iso[1]] : [monthFirst?.[1], monthFirst?.[2]];
  if (month === undefined || year === undefined) return undefined;
  const monthNumber = /^\d{1,2}$/.test(month) ? Number(month) : monthNamed(month);
  return checked(fullYear(year, options), monthNumber, 1)?.slice(0, 7);
}

/**
 * Reads a day as people type it: `14/7/1945`, `14.7.45`, `14-Jul-1945`, `14 juil 1945`, `1945-07-14`, `14/7` (this year), `today`, `+2`.
 * The day always comes before the month, whatever the browser's region says; anything that is no day of the calendar is none.
 */
export function parseDateInput(typed: string, options: DateInputOptions): string | undefined {
  const text = folded(typed.trim())
    .replace(/[\u2019]/g, "'")
    .replace(/(\p{L})\./gu, "$1");
  const relative = options.isBirthDate ? undefined : relativeDay(text, options.today);
  if (relative !== undefined) return relative;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const compact = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (compact) return checked(Number(compact[3]), Number(compact[2]), Number(compact[1]));
  const day = /^(\d{1,2})(?:st|nd|rd|th|er)?[\s./-]+(\d{1,2}|\p{L}+)(?:[\s./-]+(\d{2}|\d{4}))?$/u.exec(text);
  if (day) {
    const [, dayDigits = "", month = "", year] = day;
    if (year === undefined && options.isBirthDate) return undefined;
    const monthNumber = /^\d/.test(month) ? Number(month) : monthNamed(month);
    return checked(
      year === undefined ? Number(options.today.slice(0, 4)) : fullYear(year, options),
      monthNumber,
      Number(dayDigits),
    );
  }
  return options.isBirthDate ? partial(text, options) : undefined;
}

/** Reads a time of day: `9:30`, `09h30`, `9h`, `0930`. */
export function parseTimeInput(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:[:h.](\d{2})|h)$/i.exec(typed.trim()) ?? /^(\d{2})(\d{2})$/.exec(typed.trim());
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Reads a day and a time of day; a time alone is today's. */
export function parseDateTimeInput(typed: string, now: string): string | undefined {
  const text = typed.trim();
  const today = now.slice(0, 10);
  if (/^(now|maintenant)$/i.test(text)) return now;
  const alone = parseTimeInput(text);
  if (alone !== undefined && !/^\d{4}$/.test(text)) return `${today}T${alone}`;
  const parts = /^(.+?)(?:\s+(?:at|à)\s+|[\sT,]+)(\S+)$/i.exec(text);
  const date = parts && parseDateInput(parts[1] ?? "", { today });
  const time = parts && parseTimeInput(parts[2] ?? "");
  return date && time ? `${date}T${time}` : undefined;
}
