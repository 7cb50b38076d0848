import { expect, test } from "vitest";
import { makeTexts } from "../i18n/bundle";
import english from "../i18n/en";
import type { Observation } from "./chart.types";
import { BOX, nearestStop, plotOf, valueTicks } from "./plot.model";
import { trendsOf } from "./trend.model";
import { vitalsOf } from "./vitals.model";

const en = makeTexts("en", english);
const coded = (code: string) => ({ text: code, codings: [{ system: "http://loinc.org", code }] });
const at = (minute: string) => `2026-11-24T08:${minute}:00Z`;
const mmHg = (value: string) => ({ type: "quantity", value, unit: "mmHg" }) as const;
const pressure = (minute: string, systolic: string, diastolic: string): Observation => ({
  what: coded("85354-9"),
  status: "final",
  effective: at(minute),
  components: [
    { what: coded("8480-6"), value: mmHg(systolic) },
    { what: coded("8462-4"), value: mmHg(diastolic) },
  ],
});
const saturation = (effective: string, value: string, comparator?: string): Observation => ({
  what: coded("59408-5"),
  status: "final",
  effective,
  value: { type: "quantity", value, unit: "%", ...(comparator ? { comparator } : {}) },
});
const trends = (observations: readonly Observation[]) => trendsOf(vitalsOf(observations, "UTC"), "UTC", en);

test("blood pressure is one trend with two lines, read together", () => {
  const [trend, ...others] = trends([pressure("30", "120", "80"), pressure("00", "130", "85")]);
  expect(others).toEqual([]);
  expect(trend?.lines.map(({ side, points }) => [side, points.map(({ value }) => value)])).toEqual([
    ["upper", [130, 120]],
    ["lower", [85, 80]],
  ]);
  expect(trend?.stops.map(({ words }) => words)).toEqual(["130/85", "120/80"]);
});

test("one value is no trend, and bounds and days are left to the table, and counted", () => {
  expect(trends([saturation(at("00"), "96")])).toEqual([]);
  const [trend] = trends([
    saturation(at("00"), "96"),
    saturation(at("10"), "94"),
    saturation(at("20"), "70", "<"),
    saturation("2026-11-23", "95"),
  ]);
  expect(trend?.stops).toHaveLength(2);
  expect(trend?.leftOut).toBe(2);
});

test("several values of one moment are read together, and none is out of reach", () => {
  const [trend] = trends([saturation(at("00"), "96"), saturation(at("10"), "94"), saturation(at("10"), "91")]);
  expect(trend?.stops.map(({ words }) => words)).toEqual(["96", "94, 91"]);
  expect(trend?.lines[0]?.points).toHaveLength(3);
  expect(trends([saturation(at("10"), "94"), saturation(at("10"), "91")])).toEqual([]);
});

test("time goes to the right and value goes up, within the field", () => {
  const [trend] = trends([saturation(at("00"), "90"), saturation(at("10"), "96"), saturation(at("40"), "93")]);
  if (!trend) throw new Error("no trend");
  const { lines, stops, ticks } = plotOf(trend);
  const spots = lines[0]?.spots ?? [];
  expect(spots.map(({ x }) => x)).toEqual([BOX.left, BOX.left + (BOX.right - BOX.left) / 4, BOX.right]);
  expect(stops).toEqual(spots.map(({ x }) => x));
  const [first, second, third] = spots.map(({ y }) => y);
  expect(second).toBeLessThan(third ?? 0);
  expect(third).toBeLessThan(first ?? 0);
  for (const { y } of [...spots, ...ticks]) expect(y >= BOX.top && y <= BOX.bottom).toBe(true);
});

test("a change of one percent does not fill the plot", () => {
  const [trend] = trends([saturation(at("00"), "92"), saturation(at("10"), "93")]);
  const spots = trend ? (plotOf(trend).lines[0]?.spots ?? []) : [];
  expect((spots[0]?.y ?? 0) - (spots[1]?.y ?? 0)).toBeLessThan((BOX.bottom - BOX.top) / 5);
});

test("no axis goes beyond what a sign can be", () => {
  const ticksOf = (values: readonly string[]) => {
    const [trend] = trends(values.map((value, index) => saturation(at(`${index}0`), value)));
    return trend ? plotOf(trend).ticks.map(({ value }) => value) : [];
  };
  expect(ticksOf(["98", "97"])).toEqual([90, 95, 100]);
  expect(ticksOf(["100", "100"]).at(-1)).toBe(100);
  expect(ticksOf(["2", "1"])[0]).toBe(0);
});

test("an axis has few round values that hold all points", () => {
  expect(valueTicks(92, 97)).toEqual([92, 94, 96, 98]);
  expect(valueTicks(36.5, 39.2)).toEqual([36, 37, 38, 39, 40]);
  expect(valueTicks(0, 0)).toEqual([0, 0.5]);
});

test("a pointer finds the nearest value", () => {
  expect(nearestStop([38, 106, 312], 90)).toBe(1);
  expect(nearestStop([38, 106, 312], 0)).toBe(0);
  expect(nearestStop([38, 106, 312], 900)).toBe(2);
});
