import type { Problem } from "../api/problem";
import type { SetValue, Value } from "../api/types";

/** A text of a note that replaces another one. */
export interface EditNote {
  readonly type: "edit_note";
  readonly patient: string;
  readonly note: string;
  readonly text: string;
}

/** A command without what is only known when it is sent. */
export type Command =
  | Omit<SetValue, "based_on">
  | EditNote
  | { readonly type: string; readonly [key: string]: unknown };

/** A command that somebody gave and whose effect is not yet in every open list. */
export interface Pending {
  /** The command id: it stays the same however often the command is sent. */
  readonly id: string;
  readonly command: Command;
  /** The sequence that was applied when the edit began; undefined for commands that are based on nothing. */
  readonly basedOn: number | undefined;
  readonly state: "waiting" | "sending" | "done";
  /** What was first sent. An id is bound to its body, so that it is never made anew. */
  readonly body: unknown;
  /** The sequence at which it took effect. */
  readonly effectiveAt: number | undefined;
}

/** A command that was refused: what the person typed is kept until they decide. */
export interface Refused {
  readonly id: string;
  readonly command: Command;
  readonly problem: Problem;
}

export interface Outbox {
  /** In the order in which they were given. */
  readonly pending: readonly Pending[];
  readonly refused: readonly Refused[];
  /** The sequence of my own last effective edit of a cell: the next one is based on it, so that nobody conflicts with themselves. */
  readonly ownEdits: ReadonlyMap<string, number>;
}

export const EMPTY_OUTBOX: Outbox = { pending: [], refused: [], ownEdits: new Map() };

export type OutboxEvent =
  | { readonly type: "given"; readonly id: string; readonly command: Command; readonly basedOn: number | undefined }
  | { readonly type: "sending"; readonly id: string }
  /** No answer came: it may have had its effect or not. */
  | { readonly type: "lost"; readonly id: string }
  /** The answer, or the echo on the live connection, whichever comes first. */
  | { readonly type: "effective"; readonly id: string; readonly sequence: number }
  | { readonly type: "refused"; readonly id: string; readonly problem: Problem }
  /** Every open list has reached this sequence. */
  | { readonly type: "shown"; readonly sequence: number }
  | { readonly type: "decided"; readonly id: string }
  /** What a page that is closed had kept on the device. */
  | { readonly type: "brought-back"; readonly pending: readonly Pending[]; readonly refused: readonly Refused[] };

export const isSetValue = (command: Command): command is Omit<SetValue, "based_on"> => command.type === "set_value";

export const isEditNote = (command: Command): command is EditNote => command.type === "edit_note";

/** Commands that replace what was there: a newer one stands in the place of an older one, and is based on it. */
const isReplacing = (command: Command) => isSetValue(command) || isEditNote(command);

/** What a command changes: commands with the same target go one after the other. */
export function targetOf(command: Command): string {
  if (isSetValue(command)) return cellKey(command.patient, command.field);
  return isEditNote(command) ? `note ${command.note}` : command.type;
}

export const cellKey = (patient: string, field: string) => `${patient}/${field}`;

function changePending(outbox: Outbox, id: string, change: (pending: Pending) => Pending): Outbox {
  return { ...outbox, pending: outbox.pending.map((each) => (each.id === id ? change(each) : each)) };
}

/** The newest value that waits for the same cell or note and was never sent: it is replaced, not followed. */
function replaced(outbox: Outbox, command: Command): Pending | undefined {
  if (!isReplacing(command)) return undefined;
  const target = targetOf(command);
  return outbox.pending.findLast((each) => targetOf(each.command) === target && each.body === undefined);
}

function bodyOf(outbox: Outbox, { command, basedOn }: Pending): unknown {
  if (basedOn === undefined) return command;
  const own = outbox.ownEdits.get(targetOf(command)) ?? 0;
  return { ...command, based_on: Math.max(basedOn, own) };
}

function withOwnEdit(outbox: Outbox, command: Command, sequence: number): Outbox {
  const target = targetOf(command);
  if (!isReplacing(command) || (outbox.ownEdits.get(target) ?? 0) >= sequence) return outbox;
  return { ...outbox, ownEdits: new Map(outbox.ownEdits).set(target, sequence) };
}

/** The outbox after an event. */
export function reduceOutbox(outbox: Outbox, event: OutboxEvent): Outbox {
  switch (event.type) {
    case "given": {
      const { id, command } = event;
      const former = replaced(outbox, command);
      const basedOn = former?.basedOn ?? event.basedOn;
      const given: Pending = { id, command, basedOn, state: "waiting", body: undefined, effectiveAt: undefined };
      const target = targetOf(command);
      return {
        ...outbox,
        pending: [...outbox.pending.filter((each) => each !== former), given],
        // A new value for a cell is the person's decision about an earlier refused one.
        refused: isReplacing(command)
          ? outbox.refused.filter((each) => targetOf(each.command) !== target)
          : outbox.refused,
      };
    }
    case "sending":
      return changePending(outbox, event.id, (each) => ({
        ...each,
        state: "sending",
        body: each.body ?? bodyOf(outbox, each),
      }));
    case "lost":
      return changePending(outbox, event.id, (each) =>
        each.state === "sending" ? { ...each, state: "waiting" } : each,
      );
    case "effective": {
      const pending = outbox.pending.find(({ id }) => id === event.id);
      if (!pending || pending.state === "done") return outbox;
      const changed = changePending(outbox, event.id, (each) => ({
        ...each,
        state: "done",
        effectiveAt: event.sequence,
      }));
      return withOwnEdit(changed, pending.command, event.sequence);
    }
    case "refused": {
      const pending = outbox.pending.find(({ id, state }) => id === event.id && state !== "done");
      if (!pending) return outbox;
      const { id, command } = pending;
      const left = outbox.pending.filter((each) => each !== pending);
      // What the person typed after it stands in its place, and gets an answer of its own.
      const isSuperseded = isReplacing(command) && left.some((each) => targetOf(each.command) === targetOf(command));
      const refused = isSuperseded ? outbox.refused : [...outbox.refused, { id, command, problem: event.problem }];
      return { ...outbox, pending: left, refused };
    }
    case "shown": {
      const left = outbox.pending.filter(
        ({ effectiveAt }) => effectiveAt === undefined || effectiveAt > event.sequence,
      );
      return left.length === outbox.pending.length ? outbox : { ...outbox, pending: left };
    }
    case "brought-back": {
      const known = new Set([...outbox.pending, ...outbox.refused].map(({ id }) => id));
      const isNew = ({ id }: { readonly id: string }) => !known.has(id);
      return {
        ...outbox,
        // It was typed before what this page has.
        pending: [...event.pending.filter(isNew), ...outbox.pending],
        refused: [...event.refused.filter(isNew), ...outbox.refused],
      };
    }
    case "decided":
      return { ...outbox, refused: outbox.refused.filter(({ id }) => id !== event.id) };
  }
}

/** What can be sent now: in order, and for each target only the first that has no answer. */
export function sendable({ pending }: Outbox, atOnce: number): readonly Pending[] {
  const busy = new Set<string>();
  const next: Pending[] = [];
  let sending = 0;
  for (const each of pending) {
    if (each.state === "done") continue;
    const target = targetOf(each.command);
    if (each.state === "sending") sending += 1;
    else if (!busy.has(target)) next.push(each);
    busy.add(target);
  }
  return next.slice(0, Math.max(0, atOnce - sending));
}

/** How many commands have no answer yet. */
export function countUnsent({ pending }: Outbox): number {
  return pending.filter(({ state }) => state !== "done").length;
}

/** What a cell shows beside its value. */
export type CellMark =
  | { readonly kind: "sending" }
  | { readonly kind: "refused"; readonly id: string; readonly value: Value; readonly problem: Problem };

/** What lies over a list: for each patient, the newest value and mark of each field that has some. */
export interface CellOverlay {
  readonly value: { readonly shown: Value } | undefined;
  readonly mark: CellMark | undefined;
}

export type Overlay = ReadonlyMap<string, ReadonlyMap<string, CellOverlay>>;

/** What lies over a list that has reached a sequence: values without answer, and those whose effect is not yet in it. */
export function overlayOf(outbox: Outbox, listSequence: number): Overlay {
  const overlay = new Map<string, Map<string, CellOverlay>>();
  const put = (patient: string, field: string, cell: CellOverlay) => {
    const fields = overlay.get(patient) ?? new Map<string, CellOverlay>();
    overlay.set(patient, fields.set(field, cell));
  };
  for (const { id, command, problem } of outbox.refused) {
    if (!isSetValue(command)) continue;
    put(command.patient, command.field, {
      value: undefined,
      mark: { kind: "refused", id, value: command.value, problem },
    });
  }
  for (const { command, state, effectiveAt } of outbox.pending) {
    if (!isSetValue(command) || (effectiveAt !== undefined && effectiveAt <= listSequence)) continue;
    put(command.patient, command.field, {
      value: { shown: command.value },
      mark: state === "done" ? undefined : { kind: "sending" },
    });
  }
  return overlay;
}
