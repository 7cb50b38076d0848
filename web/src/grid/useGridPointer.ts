import { type FocusEvent, type MouseEvent, type PointerEvent, useMemo, useRef } from "react";
import type { ActiveStore } from "./activeCell";
import { type CellAddress, type GridBinding, HEADER } from "./grid.types";
import type { Field } from "./navigation.model";
import { activate, beginEdit } from "./useGridKeys";

interface PointerProps<Row> {
  readonly store: ActiveStore;
  readonly binding: GridBinding<Row>;
  readonly field: () => Field;
}

interface FoundCell extends CellAddress {
  readonly element: HTMLElement;
}

/** The cell that an event happened in. */
function cellOf({ target }: { readonly target: EventTarget }): FoundCell | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const row = element?.closest<HTMLElement>("[data-row]")?.dataset.row;
  const column = element?.dataset.column;
  return element && row !== undefined && column !== undefined ? { row, column, element } : undefined;
}

const addressOf = ({ row, column }: FoundCell): CellAddress => ({ row, column });

/** What the grid does with clicks, and with a focus that comes without our doing (README.md, "Pointer"). */
export function useGridPointer<Row>({ store, binding, field }: PointerProps<Row>) {
  const wasActive = useRef(false);
  return useMemo(() => {
    const isActive = (cell: CellAddress) =>
      cell.row === store.state.active.row && cell.column === store.state.active.column;
    return {
      onPointerDown(event: PointerEvent) {
        const cell = cellOf(event);
        const hasFocus = cell?.element.contains(document.activeElement) ?? false;
        wasActive.current = cell !== undefined && isActive(cell) && hasFocus && !store.state.isEditing;
      },
      onMouseDown(event: MouseEvent) {
        // The press must not move the focus, and with it the range's beginning, before the click.
        if (event.shiftKey && cellOf(event) && !store.state.isEditing) event.preventDefault();
      },
      onClick(event: MouseEvent) {
        const cell = cellOf(event);
        if (!cell || cell.row === HEADER || event.defaultPrevented || store.state.isEditing) return;
        // Marking a part of a cell's text with the mouse is no click; that a double click marks a word is not meant.
        if (document.getSelection()?.isCollapsed === false && !event.shiftKey && event.detail < 2) return;
        if (wasActive.current && !event.shiftKey) beginEdit(store, binding, addressOf(cell));
        else activate(store, field(), addressOf(cell), event.shiftKey);
      },
      onFocus(event: FocusEvent) {
        const cell = cellOf(event);
        if (!cell || store.state.isEditing || isActive(cell)) return;
        activate(store, field(), addressOf(cell), false, false);
      },
      onContextMenu(event: MouseEvent) {
        const cell = cellOf(event);
        if (!cell || cell.row === HEADER || !binding.menu || store.state.isEditing) return;
        event.preventDefault();
        binding.menu(addressOf(cell), cell.element);
      },
    };
  }, [store, binding, field]);
}
