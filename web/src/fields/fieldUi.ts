import { type ComponentType, createContext, use } from "react";
import type { Field, Value } from "../api/types";
import type { TextId } from "../generated/textIds";
import type { Texts } from "../i18n/bundle";

/** What fields need to know beside themselves. */
export interface FieldContext {
  readonly texts: Texts;
  /** Names by user id, of people who left the team too. */
  readonly names: ReadonlyMap<string, string>;
  /** User ids of those who can be chosen now. */
  readonly members: readonly string[];
  /** The day in the team's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** The team's, in which its days and times are. */
  readonly timeZone: string;
  /** After how many hours a NEWS2 is stale; undefined where the team does not use it. */
  readonly staleAfterHours: number | undefined;
  /** The time there, `YYYY-MM-DDTHH:mm`. */
  now(): string;
}

/** What became of something typed: a value, or why it is none. */
export type Read = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: TextId };

export const read = (value: Value): Read => ({ ok: true, value });
export const unreadable = (problem: TextId): Read => ({ ok: false, problem });

export interface ShowProps {
  readonly field: Field;
  /** Never null: what is not recorded is shown alike for all types. */
  readonly value: Exclude<Value, null>;
}

export interface EditProps {
  readonly field: Field;
  /** What is being typed: text as typed for what is typed, the value itself for what is chosen. */
  readonly draft: Value;
  readonly onDraft: (draft: Value) => void;
  /** The accessible name: field and patient. */
  readonly label: string;
  /** The id of the text that says why the draft is no value. */
  readonly describedBy: string | undefined;
}

/** What the interface knows of a field type: one object a type, in its own file. */
export interface FieldUi {
  readonly Show: ComponentType<ShowProps>;
  /** Takes the focus when it appears, in the control marked `data-autofocus`. */
  readonly Edit: ComponentType<EditProps>;
  /** Where an edit begins: from the value, or from the character that began it. */
  draftOf(value: Value, field: Field, seed: string | undefined, context: FieldContext): Value;
  valueOf(draft: Value, field: Field, context: FieldContext): Read;
  /** The value as text: for copying, filtering and reading out. */
  textOf(value: Exclude<Value, null>, field: Field, context: FieldContext): string;
  /** The value of a pasted text. */
  fromText(text: string, field: Field, context: FieldContext): Read;
  /** The order of two values; without it, of their texts. */
  compare?(a: Exclude<Value, null>, b: Exclude<Value, null>, field: Field): number;
  /** Whether the value has a place in the order; what has none comes last in either direction. */
  hasOrder?(value: Exclude<Value, null>): boolean;
  /** Space, and a click on the active cell, change the value at once, without an editor. */
  toggled?(value: Value): Value;
}

export const FieldContextReact = createContext<FieldContext | null>(null);

/** What fields need to know, from the page around them. */
export function useFieldContext(): FieldContext {
  const context = use(FieldContextReact);
  if (!context) throw new Error("useFieldContext outside of <FieldContextReact>");
  return context;
}
