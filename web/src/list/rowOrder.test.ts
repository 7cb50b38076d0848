import { expect, test } from "vitest";
import type { Field, Value } from "../api/types";
import type { FieldContext } from "../fields/fieldUi";
import { makeTexts } from "../i18n/bundle";
import english from "../i18n/en";
import type { ShownRow } from "../live/shown.model";
import { cellText, IDENTITY, orderRows, type View, WHOLE_VIEW } from "./rowOrder.model";

const context: FieldContext = {
  texts: makeTexts("en", english),
  names: new Map(),
  members: [],
  today: "2026-11-24",
  timeZone: "Europe/Paris",
  staleAfterHours: undefined,
  now: () => "2026-11-24T12:00",
};
const field = (id: string, type: "place" | "short_text" | "long_text" | "number"): Field => ({
  id,
  name: id,
  type,
  locked: false,
  archived: false,
});
const fields = [field("place", "place"), field("score", "number"), field("plan", "short_text")];
const row = (id: string, ...values: Value[]): ShownRow => ({
  patient: { id, identity: { family: id, given: "A" }, status: "present", notes: 0 },
  values,
  marks: new Map(),
  editors: new Map(),
  unseen: new Map(),
});
const rows = [
  row("Nobed", null, "7", "Waits for physio"),
  row("Ten", "A10", "10", "home Thursday"),
  row("Two", "A2", null, null),
  row("Dupont", "A2", "9.5", "Physio done"),
];
const order = (view: View, listOrder: "place" | "manual" = "place") =>
  orderRows(rows, { fields, listOrder, view, context });

test("by place as one walks: A2 before A10, no bed last, and names within one place", () => {
  expect(order(WHOLE_VIEW)).toEqual(["Dupont", "Two", "Ten", "Nobed"]);
});

test("by agreement: as the list has it", () => {
  expect(order(WHOLE_VIEW, "manual")).toEqual(["Nobed", "Ten", "Two", "Dupont"]);
});

test("numbers are ordered by value, and what is not recorded comes last both ways", () => {
  const by = (direction: "ascending" | "descending") => order({ ...WHOLE_VIEW, sort: { column: "score", direction } });
  expect(by("ascending")).toEqual(["Nobed", "Dupont", "Ten", "Two"]);
  expect(by("descending")).toEqual(["Ten", "Dupont", "Nobed", "Two"]);
});

test("a filter looks at what the cell shows, whatever case and accents", () => {
  expect(order({ ...WHOLE_VIEW, filters: [{ column: "plan", contains: "PHYSIO" }] })).toEqual(["Dupont", "Nobed"]);
  expect(order({ ...WHOLE_VIEW, filters: [{ column: IDENTITY, contains: "dupönt" }] })).toEqual(["Dupont"]);
});

test("several filters all have to fit", () => {
  const filters = [
    { column: "plan", contains: "physio" },
    { column: "place", contains: "a2" },
  ];
  expect(order({ ...WHOLE_VIEW, filters })).toEqual(["Dupont"]);
});

test("a protected patient is sorted, found and written by her initials", () => {
  const shown = row("x", "A1", null, null);
  const masked = { ...shown, patient: { ...shown.patient, identity: {}, sensitive: true, initials: "B. S." } };
  expect(cellText(masked, IDENTITY, fields, context)).toBe("B. S.");
  expect(cellText(masked, "plan", fields, context)).toBe("");
});
