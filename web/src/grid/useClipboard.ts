import { type RefObject, useEffect } from "react";
import type { ActiveStore } from "./activeCell";
import { type GridBinding, HEADER, type PastedCell } from "./grid.types";
import { between, type Field } from "./navigation.model";
import { fromTsv, toTsv } from "./tsv.model";

/** The selected rows and columns in their order. */
export function selectedRange({ rows, columns }: Field, { state: { active, anchor } }: ActiveStore) {
  return { rows: between(rows, anchor.row, active.row), columns: between(columns, anchor.column, active.column) };
}

/** The cells that pasted text falls on: from the selection's first cell on; one value fills the whole selection. */
export function pastedCells(field: Field, store: ActiveStore, text: string): { cells: PastedCell[]; beyond: number } {
  const selected = selectedRange(field, store);
  const [row, column] = [selected.rows[0], selected.columns[0]];
  if (row === undefined || column === undefined) return { cells: [], beyond: 0 };
  const table = fromTsv(text);
  const single = table.length === 1 && table[0]?.length === 1 ? table[0][0] : undefined;
  if (single !== undefined) {
    const cells = selected.rows.flatMap((r) => selected.columns.map((c) => ({ row: r, column: c, text: single })));
    return { cells, beyond: 0 };
  }
  const rows = field.rows.slice(field.rows.indexOf(row));
  const columns = field.columns.slice(field.columns.indexOf(column));
  const cells: PastedCell[] = [];
  let beyond = 0;
  table.forEach((line, y) => {
    line.forEach((cell, x) => {
      const [toRow, toColumn] = [rows[y], columns[x]];
      if (toRow === undefined || toColumn === undefined) beyond += 1;
      else cells.push({ row: toRow, column: toColumn, text: cell });
    });
  });
  return { cells, beyond };
}

interface ClipboardProps<Row> {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly store: ActiveStore;
  readonly binding: GridBinding<Row>;
  readonly field: () => Field;
}

/** Copying and pasting ranges. The events come to the document: a cell is no text field, so they do not come to it. */
export function useClipboard<Row>({ grid, store, binding, field }: ClipboardProps<Row>): void {
  useEffect(() => {
    const isOurs = () =>
      !store.state.isEditing && store.state.active.row !== HEADER && grid.current?.contains(document.activeElement);

    const copy = (event: ClipboardEvent) => {
      // Part of a cell's text, marked with the mouse, is copied as anywhere.
      if (!isOurs() || document.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      const { rows, columns } = selectedRange(field(), store);
      const lines = rows.map((id) => {
        const row = binding.find(id);
        return columns.map((column) => (row === undefined ? "" : binding.copy(row, column)));
      });
      const tsv = toTsv(lines);
      if (rows.length <= 1) event.clipboardData?.setData("text/plain", tsv);
      else binding.copyRows(rows, tsv);
    };
    const paste = (event: ClipboardEvent) => {
      if (!isOurs()) return;
      event.preventDefault();
      const { cells, beyond } = pastedCells(field(), store, event.clipboardData?.getData("text/plain") ?? "");
      binding.paste(cells, beyond);
    };
    document.addEventListener("copy", copy);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("paste", paste);
    };
  }, [grid, store, binding, field]);
}
