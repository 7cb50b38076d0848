import fc from "fast-check";
import { expect, test } from "vitest";
import { clinicalDate, clinicalDateTime } from "../patient/clinicalDate.model";
import { parseDateInput, parseDateTimeInput, parseTimeInput } from "./dateInput.model";

const today = "2026-11-24";
const day = (text: string) => parseDateInput(text, { today });
const born = (text: string) => parseDateInput(text, { today, isBirthDate: true });

test("a day is read as wards write it, day first, in both languages", () => {
  for (const text of [
    "14/7/1945",
    "14.07.1945",
    "14-Jul-1945",
    "14 juil. 1945",
    "14 juillet 1945",
    "1945-07-14",
    "14071945",
    "14th July 1945",
  ]) {
    expect([text, day(text)]).toEqual([text, "1945-07-14"]);
  }
  expect(day("1er août 2026")).toBe("2026-08-01");
});

test("the American order is no day rather than another one", () => {
  expect(day("7/14/1945")).toBeUndefined();
});

test("short forms for what is near", () => {
  expect(day("today")).toBe(today);
  expect(day("aujourd’hui")).toBe(today);
  expect(day("+2")).toBe("2026-11-26");
  expect(day("-30")).toBe("2026-10-25");
  expect(day("3/12")).toBe("2026-12-03");
  expect(day("3/12/27")).toBe("2027-12-03");
});

test("no day of the calendar, no day", () => {
  for (const text of ["31/2/2026", "0/1/2026", "1/13/2026", "soon", "", "14 jui 1945"])
    expect([text, day(text)]).toEqual([text, undefined]);
});

test("a birth date of two digits lies in the past, and a part of one will do", () => {
  expect(born("14/7/45")).toBe("1945-07-14");
  expect(born("14/7/26")).toBe("2026-07-14");
  expect(born("1945")).toBe("1945");
  expect(born("juil 1945")).toBe("1945-07");
  expect(born("7/1945")).toBe("1945-07");
  expect(born("14/7")).toBeUndefined();
  expect(born("+2")).toBeUndefined();
});

test("times have 24 hours, however they are typed", () => {
  expect(["9:30", "09h30", "9h", "0930", "23.59"].map(parseTimeInput)).toEqual([
    "09:30",
    "09:30",
    "09:00",
    "09:30",
    "23:59",
  ]);
  expect(["24:00", "9:60", "930 pm"].map(parseTimeInput)).toEqual([undefined, undefined, undefined]);
});

test("a date-time is a day and a time, and a time alone is today", () => {
  const now = "2026-11-24T14:05";
  expect(parseDateTimeInput("3/12 9:30", now)).toBe("2026-12-03T09:30");
  expect(parseDateTimeInput("3 déc 2026 à 9h30", now)).toBe("2026-12-03T09:30");
  expect(parseDateTimeInput("2026-12-03T09:30", now)).toBe("2026-12-03T09:30");
  expect(parseDateTimeInput("9h30", now)).toBe("2026-11-24T09:30");
  expect(parseDateTimeInput("now", now)).toBe(now);
  expect(parseDateTimeInput("1945", now)).toBeUndefined();
});

test("whatever is shown can be typed again", () => {
  const date = fc.date({ min: new Date("1850-01-01"), max: new Date("2150-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(date, fc.constantFrom("en", "fr"), (at, language) => {
      const iso = at.toISOString();
      expect(day(clinicalDate(iso.slice(0, 10), language))).toBe(iso.slice(0, 10));
      const minute = iso.slice(0, 16);
      expect(parseDateTimeInput(clinicalDateTime(minute, language), "2026-11-24T14:05")).toBe(minute);
    }),
  );
});
