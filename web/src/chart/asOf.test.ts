import { expect, test } from "vitest";
import { makeTexts } from "../i18n/bundle";
import english from "../i18n/en";
import french from "../i18n/fr";
import { ageWords, asOfWords } from "./asOf.model";

const en = makeTexts("en", english);
const fr = makeTexts("fr", french);
const MINUTE = 60_000;
const NOW = Date.parse("2026-11-24T09:45:30Z");
const clock = { nowMs: NOW, timeZone: "Europe/Paris" };

test("an age is said in minutes, then hours, then days, and grows only when it is whole", () => {
  const age = (minutes: number) => ageWords(NOW - minutes * MINUTE, NOW, en);
  expect(age(0)).toBe("less than a minute ago");
  expect(age(0.99)).toBe("less than a minute ago");
  expect(age(1)).toBe("1 minute ago");
  expect(age(119.9)).toBe("119 minutes ago");
  expect(age(120)).toBe("2 hours ago");
  expect(age(47 * 60 + 59)).toBe("47 hours ago");
  expect(age(48 * 60)).toBe("2 days ago");
  expect(ageWords(NOW - MINUTE, NOW, fr)).toBe("il y a 1 minute");
});

test("a clock that goes a little wrong never makes the chart's time the future", () => {
  expect(ageWords(NOW + 5 * MINUTE, NOW, en)).toBe("less than a minute ago");
});

test("the time and its age stand together; another day has its date", () => {
  expect(asOfWords("2026-11-24T09:42:00Z", clock, en)).toBe("as of 10:42, 3 minutes ago");
  expect(asOfWords("2026-11-23T09:42:00Z", clock, en)).toBe("as of 23-Nov-2026 10:42, 24 hours ago");
});
