import { makeCommandId } from "../api/commandId";
import { asProblem, problemText } from "../api/problem";
import type { Field } from "../api/types";
import { navigate } from "../app/router";
import type { TextId } from "../generated/textIds";
import type { ShownRow } from "../live/shown.model";
import { valueKey } from "../live/unseen.model";
import { isMasked } from "../patient/masked.model";
import { notify } from "../ui/notices";
import { type CellPageContext, canEditCell } from "./ListContext";
import { unseenThings } from "./PatientCell";

/** What an action is done to: a value, or without a field the patient as a whole. */
export interface CellTarget {
  readonly row: ShownRow;
  readonly field: Field | undefined;
}

/** A key with what is held down; `code` is the key's place, so that Alt does not make another sign of it. */
export interface Shortcut {
  readonly code: string;
  readonly hold: "ctrl" | "alt";
  /** How it is written in a menu. */
  readonly words: string;
}

/** Something that a person can do to a cell; menu and keys share it. */
export interface CellAction {
  readonly id: string;
  readonly label: TextId;
  readonly shortcut?: Shortcut;
  isAllowed(context: CellPageContext, target: CellTarget): boolean;
  perform(context: CellPageContext, target: CellTarget, open: (dialog: ListDialog) => void): void;
}

/** A dialog of the list's page. */
export type ListDialog =
  | { readonly kind: "highlight"; readonly target: CellTarget }
  | { readonly kind: "add-patient" | "columns" };

/** Sends a command that shows in the list by itself; what refuses it is told. */
export async function performCommand(context: CellPageContext, command: object): Promise<void> {
  try {
    await context.live.command<unknown>(makeCommandId(), command);
  } catch (thrown) {
    notify("error", problemText(asProblem(thrown), context.fieldContext.texts));
  }
}

const highlightOf = ({ row, field }: CellTarget) => row.patient.highlights?.find((each) => each.field === field?.id);
const ofField = (field: Field | undefined) => (field ? { field: field.id } : {});

const open: CellAction = {
  id: "open",
  label: "open-patient",
  shortcut: { code: "Enter", hold: "alt", words: "Alt+Enter" },
  isAllowed: ({ list }) => list !== undefined,
  perform({ team, list }, { row }) {
    if (list !== undefined) navigate("patient", { team, list, patient: row.patient.id });
  },
};

const undo: CellAction = {
  id: "undo",
  label: "undo-my-change",
  shortcut: { code: "KeyZ", hold: "ctrl", words: "Ctrl+Z" },
  isAllowed: (context, { row, field }) => field !== undefined && canEditCell(context, row, field),
  perform(context, { row, field }) {
    if (field) void performCommand(context, { type: "undo_value", patient: row.patient.id, field: field.id });
  },
};

const see: CellAction = {
  id: "see",
  label: "mark-as-seen",
  shortcut: { code: "KeyM", hold: "alt", words: "Alt+M" },
  isAllowed: ({ list }, { row, field }) =>
    list !== undefined && (field ? row.unseen.has(valueKey(field.id)) : unseenThings(row).length > 0),
  perform({ live, list, fieldContext }, { row, field }) {
    if (list === undefined) return;
    const things = field ? [{ type: "value" as const, patient: row.patient.id, field: field.id }] : unseenThings(row);
    Promise.all(things.map((thing) => live.see(list, thing))).catch((thrown: unknown) =>
      notify("error", problemText(asProblem(thrown), fieldContext.texts)),
    );
  },
};

const highlight: CellAction = {
  id: "highlight",
  label: "highlight",
  isAllowed: ({ role }, target) =>
    role !== "guest" && !isMasked(target.row.patient) && highlightOf(target) === undefined,
  perform: (_, target, open) => open({ kind: "highlight", target }),
};

const removeHighlight: CellAction = {
  id: "remove-highlight",
  label: "remove-highlight",
  isAllowed: ({ role }, target) => role !== "guest" && highlightOf(target) !== undefined,
  perform(context, { row, field }) {
    void performCommand(context, { type: "remove_highlight", patient: row.patient.id, ...ofField(field) });
  },
};

const moveBy = (by: -1 | 1): CellAction => ({
  id: by === -1 ? "move-up" : "move-down",
  label: by === -1 ? "move-row-up" : "move-row-down",
  shortcut: { code: by === -1 ? "ArrowUp" : "ArrowDown", hold: "alt", words: by === -1 ? "Alt+↑" : "Alt+↓" },
  isAllowed: ({ reorder }, { row }) => !isMasked(row.patient) && (reorder?.canMove(row.patient.id, by) ?? false),
  perform: ({ reorder }, { row }) => reorder?.move(row.patient.id, by),
});

/** Everything that can be done to a cell of a list, in the order of the menu. */
export const CELL_ACTIONS: readonly CellAction[] = [open, see, undo, highlight, removeHighlight, moveBy(-1), moveBy(1)];

/** The action that a key calls for. */
export function findByShortcut(event: KeyboardEvent): CellAction | undefined {
  return CELL_ACTIONS.find(({ shortcut }) => {
    if (!shortcut || shortcut.code !== event.code || event.shiftKey) return false;
    const isCommand = event.ctrlKey || event.metaKey;
    return shortcut.hold === "ctrl" ? isCommand && !event.altKey : event.altKey && !isCommand;
  });
}
