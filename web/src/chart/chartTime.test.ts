import { expect, test } from "vitest";
import { chartTimeWords, localMinute, momentOf, shortTimeWords } from "./chartTime.model";

const PARIS = "Europe/Paris";

test("a time is never more exact than the record wrote it", () => {
  expect(chartTimeWords("2018", PARIS, "en")).toBe("2018");
  expect(chartTimeWords("2018-09", PARIS, "fr")).toBe("sept-2018");
  expect(chartTimeWords("2018-09-17", PARIS, "en")).toBe("17-Sep-2018");
  expect(localMinute("2018-09-17", PARIS)).toBeUndefined();
  expect(momentOf("2018-09-17", PARIS)).toBeUndefined();
});

test("a time with a zone is said in the team's, one without is the ward's own", () => {
  expect(chartTimeWords("2018-09-17T18:00:00Z", PARIS, "en")).toBe("17-Sep-2018 20:00");
  expect(chartTimeWords("2018-09-17T18:00:00-05:00", PARIS, "en")).toBe("18-Sep-2018 01:00");
  expect(chartTimeWords("2018-09-17T13:00:00", PARIS, "en")).toBe("17-Sep-2018 13:00");
  expect(momentOf("2018-09-17T13:00:00", PARIS)).toBe(Date.parse("2018-09-17T11:00:00Z"));
});

test("a time without a zone is right on both sides of a change of the clocks", () => {
  expect(momentOf("2026-03-29T01:30:00", PARIS)).toBe(Date.parse("2026-03-29T00:30:00Z"));
  expect(momentOf("2026-03-29T03:30:00", PARIS)).toBe(Date.parse("2026-03-29T01:30:00Z"));
  expect(momentOf("2026-10-25T12:00:00", PARIS)).toBe(Date.parse("2026-10-25T11:00:00Z"));
});

test("what is no time is shown as it came", () => {
  expect(chartTimeWords("09/17/2018", PARIS, "en")).toBe("09/17/2018");
  expect(momentOf("2018-99-99T00:00:00Z", PARIS)).toBeUndefined();
});

test("a time of another day says its date", () => {
  expect(shortTimeWords("2026-11-24T10:42", "2026-11-24", "en")).toBe("10:42");
  expect(shortTimeWords("2026-11-23T10:42", "2026-11-24", "en")).toBe("23-Nov-2026 10:42");
  expect(shortTimeWords("2026-11-24", "2026-11-24", "en")).toBe("24-Nov-2026");
});
