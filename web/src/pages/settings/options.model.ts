import type { ChoiceOption, Color } from "../../api/types";
import type { NewField } from "../../api/wire";

/** An option as it is sent: a new one has no number. */
type SentOption = NonNullable<NewField["options"]>[number];

/** An option while it is edited. */
export interface OptionDraft {
  /** Stays the same while the form is open. */
  readonly key: number;
  /** Undefined for a new one. */
  readonly id: number | undefined;
  readonly label: string;
  readonly color: Color;
  readonly archived: boolean;
}

export const COLORS = [
  "neutral",
  "red",
  "orange",
  "yellow",
  "green",
  "blue",
  "purple",
  "grey",
] as const satisfies Color[];

export function optionDrafts(options: readonly ChoiceOption[]): readonly OptionDraft[] {
  return options.map(({ id, label, color, archived }, key) => ({ key, id, label, color, archived }));
}

/** With one more option, empty, at the end of those that are offered. */
export function withOption(drafts: readonly OptionDraft[]): readonly OptionDraft[] {
  const key = Math.max(-1, ...drafts.map((draft) => draft.key)) + 1;
  const offered = drafts.filter(({ archived }) => !archived);
  const added: OptionDraft = { key, id: undefined, label: "", color: "neutral", archived: false };
  return [...offered, added, ...drafts.filter(({ archived }) => archived)];
}

/** Without an option: a new one is gone, one that values may have is no longer offered. */
export function withoutOption(drafts: readonly OptionDraft[], key: number): readonly OptionDraft[] {
  return drafts.flatMap((draft) => {
    if (draft.key !== key) return [draft];
    return draft.id === undefined ? [] : [{ ...draft, archived: true }];
  });
}

/** The options as the server takes them; what was left empty is none. */
export function optionsOfDrafts(drafts: readonly OptionDraft[]): readonly SentOption[] {
  return drafts
    .filter(({ label, id }) => label.trim() !== "" || id !== undefined)
    .map(({ id, label, color, archived }) => ({
      ...(id === undefined ? {} : { id }),
      label: label.trim(),
      color,
      archived,
    }));
}
