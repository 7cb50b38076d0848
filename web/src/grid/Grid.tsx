import { type CSSProperties, Suspense, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { later } from "../app/later";
import { ActiveStore, onlyActive } from "./activeCell";
import { clampWidth, groupColumns, layoutProperties } from "./columns.model";
import styles from "./Grid.module.css";
import { GridHeader } from "./GridHeader";
import { GridRows } from "./GridRows";
import { type GridBinding, type GridColumn, HEADER, type MoveAfterEdit } from "./grid.types";
import { cellAfterEdit } from "./navigation.model";
import { OutOfView } from "./OutOfView";
import { useShape } from "./shape";
import { useClipboard } from "./useClipboard";
import { useField } from "./useField";
import { useGridKeys } from "./useGridKeys";
import { useGridPointer } from "./useGridPointer";

const ColumnMenu = later(() => import("./ColumnMenu"));

interface GridProps<Row> {
  readonly label: string;
  readonly rows: readonly string[];
  /** The row that one comes back to: it is active, and has the focus, when the grid appears. */
  readonly startRow?: string | undefined;
  /** Never empty; the frozen ones first. */
  readonly columns: readonly GridColumn[];
  readonly binding: GridBinding<Row>;
  readonly onWidth: (column: string, width: number) => void;
}

/** A grid of rows and columns to look at and edit; README.md says how it behaves. */
export function Grid<Row>({ label, rows, startRow, columns, binding, onWidth }: GridProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [scrollerElement, setScrollerElement] = useState<HTMLDivElement | null>(null);
  const setScroller = useCallback((element: HTMLDivElement | null) => {
    scroller.current = element;
    setScrollerElement(element);
  }, []);
  const body = useRef<HTMLDivElement>(null);
  const outOfViewId = useId();
  const shape = useShape(columns);
  const groups = useMemo(() => groupColumns(columns), [columns]);
  const layout = useMemo(() => layoutProperties(groups), [groups]);
  const [store] = useState(() => new ActiveStore({ row: rows[0] ?? HEADER, column: columns[0]?.id ?? "" }));
  const [menu, setMenu] = useState<{ readonly column: string; readonly target: HTMLElement }>();
  const field = useField({ rows, columns, store, scroller, body });
  const onKeyDown = useGridKeys({ store, binding, field });
  const pointer = useGridPointer({ store, binding, field });
  useClipboard({ grid: scroller, store, binding, field });

  // After the page has put the focus at its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the grid appears
  useEffect(() => {
    const column = columns.find(({ isRowHeader }) => isRowHeader)?.id;
    if (startRow === undefined || column === undefined || !rows.includes(startRow)) return;
    const frame = requestAnimationFrame(() => store.set(onlyActive({ row: startRow, column }), true));
    return () => cancelAnimationFrame(frame);
  }, []);

  const endEdit = useCallback(
    (row: string, column: string, move: MoveAfterEdit) => {
      const { active, isEditing } = store.state;
      if (!isEditing || active.row !== row || active.column !== column) return;
      store.set(onlyActive(cellAfterEdit(field(), active, move)), true);
    },
    [store, field],
  );
  const resize = useCallback(
    (column: string, width: number, isFinal: boolean) => {
      const changed = groupColumns(
        columns.map((each) => (each.id === column ? { ...each, width: clampWidth(width) } : each)),
      );
      for (const [name, value] of Object.entries(layoutProperties(changed)))
        scroller.current?.style.setProperty(name, value);
      if (isFinal) onWidth(column, clampWidth(width));
    },
    [columns, onWidth],
  );
  const openMenu = useCallback((column: string, target: HTMLElement) => setMenu({ column, target }), []);
  const closeMenu = () => {
    menu?.target.focus();
    setMenu(undefined);
  };

  const menuColumn = columns.find(({ id }) => id === menu?.column);
  return (
    <div className={styles.frame}>
      <OutOfView id={outOfViewId} groups={groups} scroller={scroller} />
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold the sticky block and virtual rows */}
      <div
        role="grid"
        ref={setScroller}
        tabIndex={-1}
        aria-label={label}
        aria-describedby={outOfViewId}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        className={styles.grid}
        style={layout as CSSProperties}
        onKeyDown={onKeyDown}
        {...pointer}
      >
        <GridHeader {...groups} store={store} openMenu={openMenu} resize={resize} />
        <GridRows
          rows={rows}
          shape={shape}
          binding={binding}
          store={store}
          endEdit={endEdit}
          scroller={scrollerElement}
          body={body}
        />
      </div>
      {menu && menuColumn && (
        <Suspense>
          <ColumnMenu
            column={menuColumn}
            target={menu.target}
            actions={binding.columnActions(menu.column)}
            resize={resize}
            close={closeMenu}
          />
        </Suspense>
      )}
    </div>
  );
}
