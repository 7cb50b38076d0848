import type { Trace, Value } from "../../api/types";
import type { HistoryItem } from "../../api/wire";

/** How a value became what it was. */
export type HowValue = "came" | "set" | "undone" | "of-two-edits" | "of-merge";

/** One version of a value: who made it, when, and of what. */
export interface ValueVersion {
  readonly trace: Trace;
  readonly value: Value;
  /** What was there before. */
  readonly from: Value;
  readonly how: HowValue;
}

type Step = Omit<ValueVersion, "from">;

const traceOf = ({ sequence, by, at }: HistoryItem): Trace => ({ sequence, by, at });

function found(values: readonly (readonly [string, Value])[], field: string): Value | undefined {
  return values.find(([id]) => id === field)?.[1];
}

/** What a change did to one field; undefined where it did nothing. */
function stepOf(item: HistoryItem, field: string): Step | undefined {
  const trace = traceOf(item);
  if (item.type === "value" && item.field === field) {
    const how = item.undo ? "undone" : item.merged ? "of-two-edits" : "set";
    return { trace, value: item.value as Value, how };
  }
  if (item.type !== "added" && item.type !== "merge") return undefined;
  const value = found(item.values as readonly (readonly [string, Value])[], field);
  return value === undefined ? undefined : { trace, value, how: item.type === "added" ? "came" : "of-merge" };
}

/** Every version of a field's value, newest first, as the history is. */
export function versionsOfValue(items: readonly HistoryItem[], field: string): readonly ValueVersion[] {
  const steps = items.flatMap((item) => stepOf(item, field) ?? []);
  return steps.map((step, index) => ({ ...step, from: steps[index + 1]?.value ?? null }));
}

/** One version of a note; without text it was hidden or brought back. */
export interface NoteVersion {
  readonly trace: Trace;
  readonly text: string | undefined;
  readonly operation: HistoryItem["operation"];
}

/** Every version of a note, newest first. */
export function versionsOfNote(items: readonly HistoryItem[], note: string): readonly NoteVersion[] {
  return items.flatMap((item) =>
    item.type === "note" && item.note === note
      ? [{ trace: traceOf(item), text: item.text ?? undefined, operation: item.operation }]
      : [],
  );
}
