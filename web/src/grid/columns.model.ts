import type { GridColumn } from "./grid.types";

export const LEAST_WIDTH = 80;
export const MOST_WIDTH = 800;
/** One step of "wider" and "narrower" in the menu. */
export const WIDTH_STEP = 40;

export function clampWidth(width: number): number {
  return Math.round(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width)));
}

export interface ColumnGroups {
  readonly frozen: readonly GridColumn[];
  readonly loose: readonly GridColumn[];
}

export function groupColumns(columns: readonly GridColumn[]): ColumnGroups {
  return { frozen: columns.filter((column) => column.isFrozen), loose: columns.filter((column) => !column.isFrozen) };
}

const template = (columns: readonly GridColumn[]) => columns.map(({ width }) => `${width}px`).join(" ");
const total = (columns: readonly GridColumn[]) => columns.reduce((sum, { width }) => sum + width, 0);

/** The layout of all rows as custom properties of the grid: a change of width touches one element, not each cell. */
export function layoutProperties({ frozen, loose }: ColumnGroups): Record<`--${string}`, string> {
  const frozenWidth = total(frozen);
  return {
    "--grid-frozen": template(frozen) || "0px",
    "--grid-frozen-width": `${frozenWidth}px`,
    "--grid-loose": template(loose),
    "--grid-width": `${frozenWidth + total(loose)}px`,
  };
}

export interface OutOfView {
  /** Names of the columns wholly or mostly hidden, in their order. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The columns of which less than half is in view, by how far the grid is scrolled. */
export function findOutOfView({ frozen, loose }: ColumnGroups, scrollLeft: number, viewWidth: number): OutOfView {
  const room = viewWidth - total(frozen);
  const before: string[] = [];
  const after: string[] = [];
  let left = 0;
  for (const { name, width } of loose) {
    const middle = left + width / 2 - scrollLeft;
    if (middle < 0) before.push(name);
    else if (middle > room) after.push(name);
    left += width;
  }
  return { before, after };
}
