import { expect, test } from "vitest";
import type { HistoryItem } from "../../api/wire";
import { versionsOfNote, versionsOfValue } from "./history.model";

let sequence = 100;
const item = (by: string, detail: object) => {
  sequence -= 1;
  return { sequence, by, at: "2026-11-24T10:00:00Z", operation: "PatientDetailsEdit", ...detail } as HistoryItem;
};

test("each version of a value says what was there before, back to what the patient came with", () => {
  const items = [
    item("ruth", { type: "value", field: "diet", value: 2, merged: false, undo: true }),
    item("ruth", { type: "value", field: "diet", value: 3, merged: false, undo: false }),
    item("tom", { type: "value", field: "bed", value: "A2", merged: false, undo: false }),
    item("tom", { type: "added", identity: {}, list: "ward", values: [["diet", 2]] }),
  ];
  expect(versionsOfValue(items, "diet").map(({ trace, value, from, how }) => [trace.by, from, value, how])).toEqual([
    ["ruth", 3, 2, "undone"],
    ["ruth", 2, 3, "set"],
    ["tom", null, 2, "came"],
  ]);
});

test("a value that was cleared, and one that came with another record, are versions too", () => {
  const items = [
    item("ruth", { type: "value", field: "bed", value: null, merged: false, undo: false }),
    item("ruth", { type: "merge", other: "q", values: [["bed", "B1"]] }),
    item("tom", { type: "added", identity: {}, list: "ward", values: [] }),
  ];
  expect(versionsOfValue(items, "bed").map(({ from, value, how }) => [from, value, how])).toEqual([
    ["B1", null, "set"],
    [null, "B1", "of-merge"],
  ]);
});

test("a note's versions are its texts, and when it was hidden and brought back", () => {
  const items = [
    item("ruth", { type: "note", note: "n", text: null, operation: "PatientNoteDelete" }),
    item("ruth", { type: "note", note: "n", text: "two" }),
    item("tom", { type: "note", note: "other", text: "x" }),
    item("tom", { type: "note", note: "n", text: "one" }),
  ];
  expect(versionsOfNote(items, "n").map(({ text }) => text)).toEqual([undefined, "two", "one"]);
});
