import { useId, useState } from "react";
import type { Field, Value } from "../api/types";
import { FIELD_UIS } from "../fields";
import type { Read } from "../fields/fieldUi";
import type { TextId } from "../generated/textIds";
import type { ShownRow } from "../live/shown.model";
import { useCellContext } from "./ListContext";

export interface Draft {
  readonly draft: Value;
  readonly setDraft: (draft: Value) => void;
  /** What was there when the edit began. */
  readonly from: Value;
  /** The list's sequence then. */
  readonly basedOn: number;
  readonly isTouched: boolean;
  /** Why the draft is no value, once that was tried. */
  readonly problem: TextId | undefined;
  readonly problemId: string;
  /** The value of the draft; what is none is said beside it. */
  read(): Read;
  /** The draft in words, to be told to whom it belongs. */
  words(): string;
}

/** What is being typed for a value, from the moment it began. */
export function useDraft(field: Field, row: ShownRow, seed: string | undefined): Draft {
  const { store, fields, fieldContext } = useCellContext();
  const ui = FIELD_UIS[field.type];
  const [start] = useState(() => {
    const from = row.values[fields.indexOf(field)] ?? null;
    return { from, basedOn: store.sequence, draft: ui.draftOf(from, field, seed, fieldContext) };
  });
  const [draft, setDraft] = useState<Value>(start.draft);
  const [problem, setProblem] = useState<TextId>();
  const problemId = useId();
  return {
    draft,
    setDraft(next) {
      setDraft(next);
      setProblem(undefined);
    },
    from: start.from,
    basedOn: start.basedOn,
    isTouched: draft !== start.draft || seed !== undefined,
    problem,
    problemId,
    read() {
      const result = ui.valueOf(draft, field, fieldContext);
      if (!result.ok) setProblem(result.problem);
      return result;
    },
    words() {
      const result = ui.valueOf(draft, field, fieldContext);
      if (!result.ok || result.value === null) return typeof draft === "string" ? draft : "";
      return ui.textOf(result.value, field, fieldContext);
    },
  };
}
