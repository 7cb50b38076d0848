import { type CellAddress, HEADER } from "./grid.types";

/** The cells between which one moves: the rows and columns in their order. */
export interface Field {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** How many rows fit in view from a row on. */
  readonly page: number;
}

export interface KeyPress {
  readonly key: string;
  readonly isCommand: boolean;
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

const HEADER_INDEX = -1;

function rowIndex(field: Field, row: string): number {
  return row === HEADER ? HEADER_INDEX : field.rows.indexOf(row);
}

function at(field: Field, row: number, column: number): CellAddress | undefined {
  const columnId = field.columns[clamp(column, 0, field.columns.length - 1)];
  const index = clamp(row, HEADER_INDEX, field.rows.length - 1);
  const rowId = index === HEADER_INDEX ? HEADER : field.rows[index];
  return columnId === undefined || rowId === undefined ? undefined : { row: rowId, column: columnId };
}

/** The cell that a key leads to; undefined for a key that leads nowhere. */
export function cellAfterKey(field: Field, from: CellAddress, { key, isCommand }: KeyPress): CellAddress | undefined {
  const row = rowIndex(field, from.row);
  const column = Math.max(0, field.columns.indexOf(from.column));
  const last = { row: field.rows.length - 1, column: field.columns.length - 1 };
  switch (key) {
    case "ArrowUp":
      return at(field, isCommand ? 0 : row - 1, column);
    case "ArrowDown":
      return at(field, isCommand ? last.row : row + 1, column);
    case "ArrowLeft":
      return at(field, row, isCommand ? 0 : column - 1);
    case "ArrowRight":
      return at(field, row, isCommand ? last.column : column + 1);
    case "Home":
      return isCommand ? at(field, Math.min(0, last.row), 0) : at(field, row, 0);
    case "End":
      return isCommand ? at(field, last.row, last.column) : at(field, row, last.column);
    case "PageUp":
      return at(field, Math.max(Math.min(0, row), row - field.page), column);
    case "PageDown":
      return at(field, row + field.page, column);
    default:
      return undefined;
  }
}

/** The cell after an edit: down, or right or left within the row. */
export function cellAfterEdit(field: Field, from: CellAddress, move: "down" | "right" | "left" | "stay"): CellAddress {
  const keys = { down: "ArrowDown", right: "ArrowRight", left: "ArrowLeft", stay: "" };
  return cellAfterKey(field, from, { key: keys[move], isCommand: false }) ?? from;
}

/** The cell that becomes active when rows or columns went: the one that took the place of the former. */
export function cellAfterChange(former: Field, field: Field, active: CellAddress): CellAddress | undefined {
  const column = field.columns.includes(active.column) ? active.column : undefined;
  const isRowThere = active.row === HEADER || field.rows.includes(active.row);
  if (isRowThere && column !== undefined) return active;
  const formerColumn = Math.max(0, former.columns.indexOf(active.column));
  const columnIndex = column === undefined ? formerColumn : field.columns.indexOf(column);
  const formerRow = Math.max(0, rowIndex(former, active.row));
  return at(field, isRowThere ? rowIndex(field, active.row) : formerRow, columnIndex);
}

/** The ids from one to another, both included, in their order. */
export function between(ids: readonly string[], one: string, other: string): readonly string[] {
  const [a, b] = [ids.indexOf(one), ids.indexOf(other)];
  return a === -1 || b === -1 ? [] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}
