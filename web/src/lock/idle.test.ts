import { expect, test } from "vitest";
import { isIdle, reportInMs } from "./idle.model";

test("a screen is idle when the policy's minutes have passed since the last touch", () => {
  expect(isIdle(1_000, 60_999, 1)).toBe(false);
  expect(isIdle(1_000, 61_000, 1)).toBe(true);
  // A computer that slept wakes up idle.
  expect(isIdle(1_000, 8 * 3_600_000, 15)).toBe(true);
});

test("the server is told once a minute at most, and of the last touch too", () => {
  expect(reportInMs(undefined, 5_000)).toBe(0);
  expect(reportInMs(5_000, 15_000)).toBe(50_000);
  expect(reportInMs(5_000, 70_000)).toBe(0);
});
