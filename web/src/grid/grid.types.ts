import type { ReactNode } from "react";

/** A column, as the grid lays it out. */
export interface GridColumn {
  readonly id: string;
  readonly name: string;
  /** CSS pixels. */
  readonly width: number;
  /** Frozen columns come first and stay in view. */
  readonly isFrozen: boolean;
  /** The column that names the row. */
  readonly isRowHeader: boolean;
  readonly sort?: "ascending" | "descending";
  readonly isFiltered?: boolean;
  /** Said of the column by a symbol and to screen readers, such as where its values come from. */
  readonly note?: string;
}

/** A cell by its row and column. */
export interface CellAddress {
  readonly row: string;
  readonly column: string;
}

/** A cell with the text that was pasted for it. */
export interface PastedCell extends CellAddress {
  readonly text: string;
}

/** Where the active cell goes after an edit. */
export type MoveAfterEdit = "down" | "right" | "left" | "stay";

/** What an editor is given. It calls one of the two ends exactly once. */
export interface EditorControls {
  /** The character that began the edit, if one did. */
  readonly seed: string | undefined;
  /** The edit is over and was kept. */
  readonly done: (move: MoveAfterEdit) => void;
  /** The edit is over and what was there stays. */
  readonly cancel: () => void;
}

/** An entry of a column's menu. */
export interface ColumnAction {
  readonly id: string;
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly perform: () => void;
}

/** How a page fills the grid and acts on it. It must stay the same object as long as nothing in it changes. */
export interface GridBinding<Row> {
  subscribe(row: string, listener: () => void): () => void;
  find(row: string): Row | undefined;
  /** What the cell shows; nothing in it takes the focus. */
  show(row: Row, column: string): ReactNode;
  /** Marks of the whole cell, as a class. */
  cellClass?(row: Row, column: string): string | undefined;
  rowClass?(row: Row): string | undefined;
  canEdit(row: Row, column: string): boolean;
  editor(row: Row, column: string, controls: EditorControls): ReactNode;
  /** The cell as text, for copying. */
  copy(row: Row, column: string): string;
  /** Puts the text of more than one row on the clipboard, or says why not: the page may have to ask first. */
  copyRows(rows: readonly string[], text: string): void;
  paste(cells: readonly PastedCell[], beyond: number): void;
  clear(cells: readonly CellAddress[]): void;
  /** Enter in a cell that cannot be edited. */
  open(cell: CellAddress): void;
  /** Any other key; true where the page took it. */
  key?(event: KeyboardEvent, cell: CellAddress): boolean;
  /** The menu key, or a secondary click, on a cell. */
  menu?(cell: CellAddress, target: HTMLElement): void;
  columnActions(column: string): readonly ColumnAction[];
}

/** The row id by which the header is addressed. */
export const HEADER = "header";
