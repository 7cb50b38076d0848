import { expect, test } from "vitest";
import { Problem } from "../../api/problem";
import type { NoteView } from "../../api/wire";
import { type Command, EMPTY_OUTBOX, type OutboxEvent, reduceOutbox } from "../../live/outbox.model";
import { shownNotes } from "./notes.model";

const note = (id: string) => ({ id, patient: "p", text: id, versions: 1, deleted: false }) as NoteView;
const PATIENT = { id: "p", notes: [note("first"), note("second")], sequence: 10 };
const given = (id: string, command: Command): OutboxEvent => ({ type: "given", id, command, basedOn: undefined });
const outbox = (...events: OutboxEvent[]) => events.reduce(reduceOutbox, EMPTY_OUTBOX);

test("the newest note stands first", () => {
  expect(shownNotes(PATIENT, EMPTY_OUTBOX).notes.map(({ note: { id } }) => id)).toEqual(["second", "first"]);
});

test("a note that I wrote is shown until the patient has it", () => {
  const written = outbox(given("a", { type: "add_note", patient: "p", text: "pain 3/10" }));
  expect(shownNotes(PATIENT, written).waiting).toEqual([{ command: "a", text: "pain 3/10" }]);
  const done = reduceOutbox(written, { type: "effective", id: "a", sequence: 11 });
  expect(shownNotes(PATIENT, done).waiting).toHaveLength(1);
  expect(shownNotes({ ...PATIENT, sequence: 11 }, done).waiting).toEqual([]);
});

test("a note of another patient is not shown here", () => {
  const written = outbox(given("a", { type: "add_note", patient: "other", text: "x" }));
  expect(shownNotes(PATIENT, written).waiting).toEqual([]);
});

test("my edit lies over the note, and once refused waits for my decision", () => {
  const edited = outbox(given("a", { type: "edit_note", patient: "p", note: "first", text: "new" }));
  expect(shownNotes(PATIENT, edited).notes[1]?.waiting?.text).toBe("new");
  const refused = reduceOutbox(edited, { type: "refused", id: "a", problem: new Problem(409, "conflict") });
  expect(shownNotes(PATIENT, refused).notes[1]).toMatchObject({ waiting: undefined, refused: "a" });
});
