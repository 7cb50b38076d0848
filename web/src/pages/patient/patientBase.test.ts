import { expect, test } from "vitest";
import type { Field, LiveChange } from "../../api/types";
import type { NoteView, PatientView } from "../../api/wire";
import { afterLiveChange, rowOfPatient } from "./patientBase.model";

const trace = (sequence: number, by = "ruth") => ({ sequence, by, at: "2026-11-24T10:00:00Z" });
const note = (id: string, written: number, text = id): NoteView => ({
  id,
  patient: "p",
  text,
  written: trace(written),
  changed: trace(written),
  versions: 1,
  merged: false,
  deleted: false,
});
const PATIENT: PatientView = {
  id: "p",
  identity: { family: "Hartley" },
  status: "present",
  highlights: [],
  values: [{ field: "bed", value: "A1", changed: trace(3), merged: false, undoable: false }],
  notes: [note("first", 4)],
  lists: ["ward"],
  merged: [],
  merged_into: null,
  responsible: [],
  sequence: 10,
};
const live = (sequence: number, by: string, change: object) =>
  ({ list: "ward", version: 1, ...trace(sequence, by), ...change }) as LiveChange;
const value = (sequence: number, by: string, now: string) =>
  live(sequence, by, { type: "value", patient: "p", field: "bed", value: now, merged: false });

function after(change: LiveChange): PatientView {
  const result = afterLiveChange(PATIENT, change, "me");
  if (result === "reread") throw new Error("it would be read again");
  return result;
}

test("a value that somebody else changed is shown with who and when, and is not mine to undo", () => {
  const { values, sequence } = after(value(11, "tom", "A2"));
  expect(values).toEqual([{ field: "bed", value: "A2", changed: trace(11, "tom"), merged: false, undoable: false }]);
  expect(sequence).toBe(11);
});

test("my own change can be undone", () => {
  expect(after(value(11, "me", "A2")).values[0]?.undoable).toBe(true);
});

test("what was in the patient when it was read changes nothing", () => {
  expect(after(value(10, "tom", "A2"))).toBe(PATIENT);
});

test("a note comes in the order of writing, and an edited one stays in its place", () => {
  const grown = after(live(11, "tom", { type: "note", patient: "p", note: note("second", 11), notes: 2 }));
  expect(grown.notes.map(({ id }) => id)).toEqual(["first", "second"]);
  const edited = afterLiveChange(
    grown,
    live(12, "tom", { type: "note", patient: "p", note: note("first", 4, "new text"), notes: 2 }),
    "me",
  );
  expect(edited !== "reread" && edited.notes.map(({ text }) => text)).toEqual(["new text", "second"]);
});

test("other patients are other patients", () => {
  const change = live(11, "tom", { type: "value", patient: "other", field: "bed", value: "A2", merged: false });
  expect(after(change).values).toBe(PATIENT.values);
});

test.each([
  ["a field that was not there", { type: "value", patient: "p", field: "new", value: "x", merged: false }],
  ["leaving the list", { type: "row_removed", patient: "p" }],
  ["a merge", { type: "row", what: "merge", after: null, row: { patient: { id: "p" }, values: [] } }],
])("after %s the patient is read again", (_, change) => {
  expect(afterLiveChange(PATIENT, live(11, "tom", change), "me")).toBe("reread");
});

test("as a row, the values stand in the order of the fields, and deleted notes do not count", () => {
  const fields = [{ id: "diet" }, { id: "bed" }] as unknown as readonly Field[];
  const row = rowOfPatient({ ...PATIENT, notes: [note("kept", 4), { ...note("gone", 5), deleted: true }] }, fields);
  expect(row.values).toEqual([null, "A1"]);
  expect(row.patient.notes).toBe(1);
});

test("a link to the record, and what the record proposes, are read anew: a row does not say all of it", () => {
  const row = { patient: { ...PATIENT, notes: 1, ehr: "linked" }, values: [] };
  expect(afterLiveChange(PATIENT, live(11, "tom", { type: "row", row, what: "link", after: null }), "me")).toBe(
    "reread",
  );
  const other = { ...row, patient: { ...row.patient, id: "q" } };
  expect(afterLiveChange(PATIENT, live(11, "tom", { type: "row", row: other, what: "link" }), "me")).not.toBe("reread");
});

test("a patient who is protected from me from now on is read again, and so is who else may see her", () => {
  const row = { values: [], patient: { id: "p", identity: {}, status: "present", notes: 0 } };
  const masked = { ...row, patient: { ...row.patient, sensitive: true, initials: "A. S." } };
  for (const [what, shown] of [
    ["status", masked],
    ["protection", row],
    ["responsible", row],
  ] as const) {
    const change = live(11, "ruth", { type: "row", row: shown, what, after: null });
    expect(afterLiveChange(PATIENT, change, "me")).toBe("reread");
  }
});

test("what is hidden from me changes nothing but how far the list is", () => {
  const hidden = { list: "ward", version: 2, sequence: 12, at: "2026-11-24T10:00:00Z", type: "hidden" } as LiveChange;
  expect(after(hidden)).toEqual({ ...PATIENT, sequence: 12 });
});

test("the row of a patient who is linked to the record says so, and that another identity is proposed", () => {
  const linked = (proposed: object | null) =>
    ({ ...PATIENT, ehr: { ehr_id: "p1", proposed } }) as unknown as PatientView;
  expect(rowOfPatient(PATIENT, []).patient.ehr).toBeUndefined();
  expect(rowOfPatient(linked(null), []).patient.ehr).toBe("linked");
  expect(rowOfPatient(linked({}), []).patient.ehr).toBe("proposed");
});
