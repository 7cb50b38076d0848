import type { NoteView } from "../../api/wire";
import type { Outbox } from "../../live/outbox.model";
import { isEditNote } from "../../live/outbox.model";

/** A note that I wrote and that the patient does not show yet. */
export interface WaitingNote {
  readonly command: string;
  readonly text: string;
}

/** A note as it is shown: with my own edit of it that is not there yet. */
export interface ShownNote {
  readonly note: NoteView;
  readonly waiting: WaitingNote | undefined;
  /** My edit of it that was refused, to be decided. */
  readonly refused: string | undefined;
}

export interface ShownNotes {
  /** Newest first. */
  readonly notes: readonly ShownNote[];
  readonly waiting: readonly WaitingNote[];
  /** Ids of my new notes that were refused. */
  readonly refused: readonly string[];
}

const isNewNoteOn = (command: object, patient: string): command is { readonly text: string } =>
  "type" in command && command.type === "add_note" && "patient" in command && command.patient === patient;

/** The notes of a patient who is known up to a sequence, with what waits of mine. */
export function shownNotes(
  patient: { readonly id: string; readonly notes: readonly NoteView[]; readonly sequence: number },
  outbox: Outbox,
): ShownNotes {
  const pending = outbox.pending.filter(({ effectiveAt = Number.POSITIVE_INFINITY }) => effectiveAt > patient.sequence);
  const waiting = pending.flatMap(({ id, command }) =>
    isNewNoteOn(command, patient.id) ? [{ command: id, text: command.text }] : [],
  );
  const refused = outbox.refused.flatMap(({ id, command }) => (isNewNoteOn(command, patient.id) ? [id] : []));
  const notes = patient.notes.toReversed().map((note): ShownNote => {
    const edit = pending.findLast(({ command }) => isEditNote(command) && command.note === note.id);
    const refusal = outbox.refused.findLast(({ command }) => isEditNote(command) && command.note === note.id);
    return {
      note,
      waiting: edit && isEditNote(edit.command) ? { command: edit.id, text: edit.command.text } : undefined,
      refused: refusal?.id,
    };
  });
  return { notes, waiting, refused };
}
