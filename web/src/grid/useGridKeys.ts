import { type KeyboardEvent, useCallback } from "react";
import { flushSync } from "react-dom";
import type { ActiveStore } from "./activeCell";
import { onlyActive } from "./activeCell";
import { type CellAddress, type GridBinding, HEADER } from "./grid.types";
import { between, cellAfterKey, type Field } from "./navigation.model";
import { selectedRange } from "./useClipboard";

interface KeysProps<Row> {
  readonly store: ActiveStore;
  readonly binding: GridBinding<Row>;
  readonly field: () => Field;
}

/** Makes a cell active; with `extend` the selection reaches from where it began to the cell. */
export function activate(
  store: ActiveStore,
  field: Field,
  cell: CellAddress,
  extend: boolean,
  takesFocus = true,
): void {
  const { anchor } = store.state;
  const selectedRows = extend && cell.row !== HEADER ? between(field.rows, anchor.row, cell.row) : [];
  if (selectedRows.length === 0) {
    store.set(onlyActive(cell), takesFocus);
    return;
  }
  store.set(
    {
      ...onlyActive(cell),
      anchor,
      selectedRows: new Set(selectedRows),
      selectedColumns: new Set(between(field.columns, anchor.column, cell.column)),
    },
    takesFocus,
  );
}

/** Begins to edit a cell, if it can be; returns whether it did. */
export function beginEdit<Row>(
  store: ActiveStore,
  binding: GridBinding<Row>,
  cell: CellAddress,
  seed?: string,
): boolean {
  const row = cell.row === HEADER ? undefined : binding.find(cell.row);
  if (row === undefined || !binding.canEdit(row, cell.column)) return false;
  // At once, so that a dead key that began it composes inside the editor.
  flushSync(() => store.set({ ...onlyActive(cell), isEditing: true, seed }, false));
  return true;
}

const isCharacter = (event: KeyboardEvent) =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
const isComposing = ({ key }: KeyboardEvent) => key === "Dead" || key === "Process";

/** The keys of the grid while no cell is edited (README.md). */
export function useGridKeys<Row>({ store, binding, field }: KeysProps<Row>) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { active, isEditing } = store.state;
      if (isEditing || event.defaultPrevented) return;

      const edits = (): boolean => {
        if (active.row === HEADER || event.altKey) return false;
        if (event.key === "Enter" || event.key === "F2") {
          if (!beginEdit(store, binding, active) && event.key === "Enter") binding.open(active);
          return true;
        }
        if (isComposing(event)) {
          beginEdit(store, binding, active, "");
          return false;
        }
        return isCharacter(event) && beginEdit(store, binding, active, event.key);
      };
      const clears = (): boolean => {
        if (active.row === HEADER || (event.key !== "Delete" && event.key !== "Backspace")) return false;
        const { rows, columns } = selectedRange(field(), store);
        binding.clear(rows.flatMap((row) => columns.map((column) => ({ row, column }))));
        return true;
      };
      const moves = (): boolean => {
        if (event.altKey) return false;
        const isCommand = event.ctrlKey || event.metaKey;
        const cell = cellAfterKey(field(), active, { key: event.key, isCommand });
        if (cell) activate(store, field(), cell, event.shiftKey);
        return cell !== undefined;
      };
      const endsRange = (): boolean => {
        if (event.key !== "Escape") return false;
        store.set(onlyActive(active), true);
        return true;
      };
      const isPages = (): boolean => active.row !== HEADER && (binding.key?.(event.nativeEvent, active) ?? false);

      const opensMenu = (): boolean => {
        const isMenuKey = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
        const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-column]") : null;
        if (!isMenuKey || active.row === HEADER || !element || !binding.menu) return false;
        binding.menu(active, element);
        return true;
      };

      if (opensMenu() || moves() || isPages() || edits() || clears() || endsRange()) event.preventDefault();
    },
    [store, binding, field],
  );
}
