import { memo, type Ref, useCallback, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { ActiveState, ActiveStore } from "./activeCell";
import styles from "./Grid.module.css";
import type { EditorControls, GridBinding, MoveAfterEdit } from "./grid.types";
import type { ColumnShape, Shape } from "./shape";

export interface RowProps<Row> {
  readonly row: string;
  /** Counted from 0 among the rows. */
  readonly index: number;
  readonly shape: Shape;
  readonly binding: GridBinding<Row>;
  readonly store: ActiveStore;
  readonly endEdit: (row: string, column: string, move: MoveAfterEdit) => void;
  readonly measure?: Ref<HTMLDivElement>;
  /** Where a virtualized row stands, in pixels from the first. */
  readonly top?: number;
}

/** The element of a cell within its row. */
function findCell(row: HTMLElement | null, column: string): HTMLElement | undefined {
  return [...(row?.querySelectorAll<HTMLElement>("[data-column]") ?? [])].find(
    (cell) => cell.dataset.column === column,
  );
}

function useFocusedCell(row: string, store: ActiveStore, state: ActiveState | undefined) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (state?.active.row !== row || state.isEditing || !store.takeFocus()) return;
    const cell = findCell(element.current, state.active.column);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [row, store, state]);
  return element;
}

interface CellProps<Row> extends Pick<RowProps<Row>, "row" | "binding" | "endEdit"> {
  readonly value: Row;
  readonly column: ColumnShape;
  readonly state: ActiveState | undefined;
}

/** The editor over its cell, which keeps its place and shows what is there. */
function CellEditor<Row>({ row, value, column, binding, endEdit, state }: CellProps<Row>) {
  const seed = state?.seed;
  const { id } = column;
  const controls = useMemo<EditorControls>(
    () => ({ seed, done: (move) => endEdit(row, id, move), cancel: () => endEdit(row, id, "stay") }),
    [seed, endEdit, row, id],
  );
  return <div className={styles.editor}>{binding.editor(value, id, controls)}</div>;
}

function Cell<Row>(props: CellProps<Row>) {
  const { value, column, binding, state, row } = props;
  const isActive = state?.active.row === row && state.active.column === column.id;
  const isSelected = state?.selectedRows.has(row) === true && state.selectedColumns.has(column.id);
  const isRange = state !== undefined && state.selectedRows.size * state.selectedColumns.size > 1;
  const mark = binding.cellClass?.(value, column.id);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles do
    <div
      role={column.isRowHeader ? "rowheader" : "gridcell"}
      aria-colindex={column.ariaIndex}
      aria-selected={isSelected && isRange ? true : undefined}
      aria-readonly={binding.canEdit(value, column.id) ? undefined : true}
      tabIndex={isActive ? 0 : -1}
      data-column={column.id}
      className={mark === undefined ? styles.cell : `${styles.cell} ${mark}`}
      data-selected={isSelected && isRange ? true : undefined}
    >
      {binding.show(value, column.id)}
      {isActive && state.isEditing && <CellEditor {...props} />}
    </div>
  );
}

function GridRowView<Row>({ row, index, shape, binding, store, endEdit, measure, top }: RowProps<Row>) {
  const value = useSyncExternalStore(
    useCallback((listener) => binding.subscribe(row, listener), [binding, row]),
    () => binding.find(row),
  );
  const state = useSyncExternalStore(store.subscribe, () => store.forRow(row));
  const element = useFocusedCell(row, store, state);
  if (value === undefined) return null;

  const cells = (columns: readonly ColumnShape[]) =>
    columns.map((column) => (
      <Cell key={column.id} row={row} value={value} column={column} binding={binding} endEdit={endEdit} state={state} />
    ));
  const setElement = (node: HTMLDivElement | null) => {
    element.current = node;
    if (typeof measure === "function") measure(node);
  };
  const mark = binding.rowClass?.(value);
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
    <div
      role="row"
      ref={setElement}
      aria-rowindex={index + 2}
      data-row={row}
      data-index={index}
      className={[styles.row, top === undefined ? undefined : styles.placed, mark].filter(Boolean).join(" ")}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
    >
      <div role="presentation" className={styles.frozen}>
        {cells(shape.frozen)}
      </div>
      {cells(shape.loose)}
    </div>
  );
}

/** A row that follows its own data and what is active in it, and draws again for nothing else. */
export const GridRow = memo(GridRowView) as typeof GridRowView;
