import fc from "fast-check";
import { expect, test } from "vitest";
import { findAge } from "./age.model";
import { clinicalDate, clinicalDateTime, clinicalInstant, MONTHS, parseIsoDate } from "./clinicalDate.model";

test("a birth date is written day, month by name, year, in both languages", () => {
  expect(clinicalDate("1945-07-14", "en")).toBe("14-Jul-1945");
  expect(clinicalDate("1945-07-04", "fr")).toBe("04-juil-1945");
  expect(clinicalDate("1945-02-01", "fr")).toBe("01-févr-1945");
});

test("of a birth date known in part only that part is shown", () => {
  expect(clinicalDate("1945", "en")).toBe("1945");
  expect(clinicalDate("1945-07", "en")).toBe("Jul-1945");
});

test("months are the fixed tables, four letters at most and without dots", () => {
  expect(MONTHS.fr.join(" ")).toBe("janv févr mars avr mai juin juil août sept oct nov déc");
  expect(MONTHS.en.join(" ")).toBe("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
});

test("what is no day of the calendar is shown as it came", () => {
  expect(clinicalDate("2026-02-30", "en")).toBe("2026-02-30");
  expect(parseIsoDate("2024-02-29")).toEqual({ year: 2024, month: 2, day: 29 });
  expect(parseIsoDate("2023-02-29")).toBeUndefined();
});

test("times have 24 hours, in the team's time zone", () => {
  expect(clinicalDateTime("2026-11-24T00:05", "en")).toBe("24-Nov-2026 00:05");
  expect(clinicalInstant("2026-11-24T23:30:00Z", "Europe/Paris", "fr")).toBe("25-nov-2026 00:30");
});

test("ages are years, under two months, under one weeks", () => {
  expect(findAge("1945-07-14", "2026-11-24")).toEqual({ unit: "years", count: 81 });
  expect(findAge("1945-11-25", "2026-11-24")).toEqual({ unit: "years", count: 80 });
  expect(findAge("2024-11-24", "2026-11-24")).toEqual({ unit: "years", count: 2 });
  expect(findAge("2024-11-25", "2026-11-24")).toEqual({ unit: "months", count: 23 });
  expect(findAge("2025-11-24", "2026-11-24")).toEqual({ unit: "months", count: 12 });
  expect(findAge("2025-11-25", "2026-11-24")).toEqual({ unit: "weeks", count: 52 });
  expect(findAge("2026-11-20", "2026-11-24")).toEqual({ unit: "weeks", count: 0 });
});

test("somebody born on 29 February is a year older on 28 February of common years", () => {
  expect(findAge("2000-02-29", "2026-02-27")).toEqual({ unit: "years", count: 25 });
  expect(findAge("2000-02-29", "2026-02-28")).toEqual({ unit: "years", count: 26 });
});

test("a year alone leaves two ages, and both are told", () => {
  expect(findAge("1945", "2026-11-24")).toEqual({ unit: "years", count: 80, to: 81 });
  expect(findAge("1945-11", "2026-12-24")).toEqual({ unit: "years", count: 81 });
});

test("no age is made up for a birth date in the future or one that cannot be read", () => {
  expect(findAge("2027-01-01", "2026-11-24")).toBeUndefined();
  expect(findAge("14.7.1945", "2026-11-24")).toBeUndefined();
  expect(findAge("2025", "2026-11-24")).toBeUndefined();
});

test("nobody grows younger: the age of a day later is never less", () => {
  const order = { weeks: 0, months: 1, years: 2 };
  const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2026-11-24"), noInvalidDate: true });
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 40_000 }), (born, days) => {
      const on = (offset: number) => findAge(iso(born), iso(new Date(born.getTime() + offset * 86_400_000)));
      const [now, next] = [on(days), on(days + 1)];
      if (!now || !next) throw new Error("an age was expected");
      if (now.unit === next.unit) expect(next.count).toBeGreaterThanOrEqual(now.count);
      else expect(order[next.unit]).toBeGreaterThan(order[now.unit]);
    }),
  );
});
