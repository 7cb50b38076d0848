import { useMemo } from "react";
import type { GridColumn } from "./grid.types";

/** What a row needs to know of a column: not its width or name, so that these change without drawing rows again. */
export interface ColumnShape {
  readonly id: string;
  readonly isRowHeader: boolean;
  /** Counted from 1 over all columns. */
  readonly ariaIndex: number;
}

export interface Shape {
  readonly frozen: readonly ColumnShape[];
  readonly loose: readonly ColumnShape[];
}

function makeShape(key: string): Shape {
  const frozen: ColumnShape[] = [];
  const loose: ColumnShape[] = [];
  key.split("\n").forEach((line, index) => {
    const [kind, role, id = ""] = line.split(" ");
    (kind === "frozen" ? frozen : loose).push({ id, isRowHeader: role === "rowheader", ariaIndex: index + 1 });
  });
  return { frozen, loose };
}

/** The shape of the columns: the same object until columns come, go or change places. */
export function useShape(columns: readonly GridColumn[]): Shape {
  const key = columns
    .map(
      ({ id, isFrozen, isRowHeader }) =>
        `${isFrozen ? "frozen" : "loose"} ${isRowHeader ? "rowheader" : "gridcell"} ${id}`,
    )
    .join("\n");
  return useMemo(() => makeShape(key), [key]);
}
