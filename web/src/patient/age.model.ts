import type { IsoDate } from "../api/types";
import { type DateParts, daysInMonth, parseIsoDate } from "./clinicalDate.model";

/** An age in the unit that ward-safety.md asks for; `to` is there where a partly known birth date leaves two. */
export interface Age {
  readonly unit: "years" | "months" | "weeks";
  readonly count: number;
  readonly to?: number;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const utc = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day);

/** Whole months between two days; the last day of a shorter month completes a month. */
function wholeMonths(from: Day, to: Day): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const anniversary = Math.min(from.day, daysInMonth(to.year, to.month));
  return to.day < anniversary ? months - 1 : months;
}

const earliest = ({ year, month = 1, day = 1 }: DateParts): Day => ({ year, month, day });

function latest({ year, month = 12, day }: DateParts): Day {
  return { year, month, day: day ?? daysInMonth(year, month) };
}

/**
 * The age on a day: years, below two years months, below one year weeks. Undefined where the birth date cannot be read, lies
 * in the future, or is too vague to tell an age below two.
 */
export function findAge(birthDate: IsoDate, today: IsoDate): Age | undefined {
  const born = parseIsoDate(birthDate);
  const now = parseIsoDate(today);
  if (!born || now?.month === undefined || now.day === undefined) return undefined;
  const day: Day = { year: now.year, month: now.month, day: now.day };
  const [oldest, youngest] = [earliest(born), latest(born)];
  const [most, least] = [wholeMonths(oldest, day), wholeMonths(youngest, day)];
  if (utc(oldest) > utc(day)) return undefined;
  if (least >= 24) {
    const [count, to] = [Math.floor(least / 12), Math.floor(most / 12)];
    return count === to ? { unit: "years", count } : { unit: "years", count, to };
  }
  if (born.day === undefined) return undefined;
  if (most >= 12) return { unit: "months", count: most };
  return { unit: "weeks", count: Math.floor((utc(day) - utc(oldest)) / (7 * 86_400_000)) };
}
