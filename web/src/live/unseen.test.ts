import { expect, test } from "vitest";
import type { LiveChange } from "../api/types";
import { RECORD } from "../i18n/people";
import { afterChange, countUnseen, isNoNews, thingKey, type UnseenOfList, unseenOf, withThing } from "./unseen.model";

const value = (by: string, sequence: number, field = "f1"): LiveChange => ({
  list: "l",
  version: sequence,
  sequence,
  by,
  at: "2026-11-24T12:00:00Z",
  type: "value",
  patient: "p1",
  field,
  value: "x",
  merged: false,
});
const keys = (unseen: UnseenOfList) =>
  [...unseen].flatMap(([patient, things]) => [...things.keys()].map((key) => `${patient} ${key}`));

test("what another changed is marked, by the cell", () => {
  const unseen = afterChange(new Map(), value("ann", 5), "me");
  expect(keys(unseen)).toEqual(["p1 value f1"]);
  expect(unseen.get("p1")?.get("value f1")?.changed.sequence).toBe(5);
});

test("my own edits are not marked, and unmark what another had changed there", () => {
  const unseen = afterChange(afterChange(new Map(), value("ann", 5), "me"), value("me", 6), "me");
  expect(countUnseen(unseen)).toBe(0);
});

test("unmarking one thing leaves the others", () => {
  const both = afterChange(afterChange(new Map(), value("ann", 5), "me"), value("ann", 6, "f2"), "me");
  expect(keys(withThing(both, { type: "value", patient: "p1", field: "f1" }, undefined))).toEqual(["p1 value f2"]);
});

test("who left is marked as that alone, and not any more when they come back", () => {
  const cause = { list: "l", by: "ann", at: "2026-11-24T12:00:00Z" };
  const removed: LiveChange = { ...cause, version: 6, sequence: 6, type: "row_removed", patient: "p1" };
  const left = afterChange(afterChange(new Map(), value("ann", 5), "me"), removed, "me");
  expect(keys(left)).toEqual(["p1 removed"]);
  const row = { patient: { id: "p1", identity: {}, status: "present", notes: 0 }, values: [] } as const;
  const added: LiveChange = { ...cause, version: 7, sequence: 7, type: "row", what: "added", row, after: null };
  expect(keys(afterChange(left, added, "me"))).toEqual(["p1 added"]);
});

test("what the server says is unseen is known by patient", () => {
  const changed = { sequence: 4, by: "ann", at: "2026-11-24T12:00:00Z" };
  const unseen = unseenOf([
    { thing: { type: "status", patient: "p1" }, changed },
    { thing: { type: "note", patient: "p1", note: "n1" }, changed },
  ]);
  expect(keys(unseen)).toEqual(["p1 status", "p1 note n1"]);
  expect(thingKey({ type: "note", patient: "p1", note: "n1" })).toBe("note n1");
});

test("what the record says is news where a list shows it, and once it differs from what it said before", () => {
  const shown = (before: unknown) => ({
    fields: [{ id: "f1", name: "Vital signs", type: "chart", source: "vital_signs", locked: false, archived: false }],
    rows: new Map([["p1", { patient: { id: "p1" }, values: [before] }]]),
  });
  const base = (before: unknown) => shown(before) as unknown as Parameters<typeof isNoNews>[0];
  expect(isNoNews(base(null), value(RECORD, 5))).toBe(true);
  expect(isNoNews(base("y"), value(RECORD, 5))).toBe(false);
  expect(isNoNews(base("y"), value(RECORD, 5, "f2"))).toBe(true);
  expect(isNoNews(base(null), value("ann", 5, "f2"))).toBe(false);
});

test("of a protected patient only that she came is marked, and of what is hidden nothing", () => {
  const patient = { id: "p1", identity: {}, status: "present", notes: 0, sensitive: true, initials: "A. S." } as const;
  const cause = { list: "l", version: 6, sequence: 6, at: "2026-11-24T12:00:00Z" };
  const row = (what: "added" | "status" | "identity" | "protection"): LiveChange => ({
    ...cause,
    by: "ann",
    type: "row",
    row: { patient, values: [] },
    what,
    after: null,
  });
  for (const what of ["status", "identity", "protection"] as const)
    expect(countUnseen(afterChange(new Map(), row(what), "me"))).toBe(0);
  expect(keys(afterChange(new Map(), row("added"), "me"))).toEqual(["p1 added"]);
  expect(countUnseen(afterChange(new Map(), { ...cause, type: "hidden" }, "me"))).toBe(0);
});
