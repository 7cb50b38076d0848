import {
  lazy,
  type MouseEvent,
  type PointerEvent,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { ActiveStore, onlyActive } from "./activeCell";
import { clampWidth, groupColumns, layoutProperties } from "./columns.model";
import styles from "./Grid.module.css";
import { GridHeader } from "./GridHeader";
import { GridRows } from "./GridRows";
import { type CellAddress, type GridBinding, type GridColumn, HEADER, type MoveAfterEdit } from "./grid.types";
import { cellAfterChange, cellAfterEdit, type Field } from "./navigation.model";
import { OutOfView } from "./OutOfView";
import { useShape } from "./shape";
import { useClipboard } from "./useClipboard";
import { activate, beginEdit, useGridKeys } from "./useGridKeys";

const ColumnMenu = lazy(() => import("./ColumnMenu"));

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

/** The cell that an event happened in. */
function cellOf(event: MouseEvent): (CellAddress & { readonly element: HTMLElement }) | undefined {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-column]") : null;
  const row = element?.closest<HTMLElement>("[data-row]")?.dataset.row;
  const column = element?.dataset.column;
  return element && row !== undefined && column !== undefined ? { row, column, element } : undefined;
}

/** Keeps a live answer to "which rows and columns are there", for handlers that must not change with every row. */
function useField(
  rows: readonly string[],
  columns: readonly GridColumn[],
  scroller: () => HTMLElement | null,
  body: () => HTMLElement | null,
) {
  const columnIds = useMemo(() => columns.map(({ id }) => id), [columns]);
  const current = useRef<Field>({ rows, columns: columnIds, page: 1 });
  const former = current.current;
  current.current = { rows, columns: columnIds, page: 1 };
  const field = useCallback((): Field => {
    const height = body()?.offsetHeight ?? 0;
    const room = scroller()?.clientHeight ?? 0;
    const count = current.current.rows.length;
    const page = height > 0 && count > 0 ? Math.max(1, Math.floor(room / (height / count)) - 1) : 10;
    return { ...current.current, page };
  }, [scroller, body]);
  return { field, former };
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
  const { field, former } = useField(
    rows,
    columns,
    useCallback(() => scroller.current, []),
    useCallback(() => body.current, []),
  );
  const onKeyDown = useGridKeys({ store, binding, field });
  useClipboard({ grid: scroller, store, binding, field });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when rows or columns change; `former` is what they were
  useEffect(() => {
    const cell = cellAfterChange(former, field(), store.state.active);
    if (!cell || cell === store.state.active) return;
    // The row with the focus is gone by now, and the focus with it.
    const hadFocus = document.activeElement === document.body || scroller.current?.contains(document.activeElement);
    store.set(onlyActive(cell), hadFocus === true && store.state.focusCount > 0);
  }, [rows, shape, store, field]);

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

  const pressedActive = useRef(false);
  const onPointerDown = (event: PointerEvent) => {
    const cell = cellOf(event);
    const { active, isEditing } = store.state;
    const isThere = cell !== undefined && cell.row === active.row && cell.column === active.column;
    pressedActive.current = isThere && !isEditing && cell.element.contains(document.activeElement);
    if (cell && event.shiftKey) event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event);
    if (!cell || cell.row === HEADER || event.defaultPrevented || store.state.isEditing) return;
    if (document.getSelection()?.isCollapsed === false && !event.shiftKey) return;
    if (pressedActive.current && !event.shiftKey) beginEdit(store, binding, cell);
    else activate(store, field(), { row: cell.row, column: cell.column }, event.shiftKey);
  };
  // A screen reader, or a press, puts the focus on a cell without our doing.
  const onFocus = (event: React.FocusEvent) => {
    const cell = cellOf(event as unknown as MouseEvent);
    const { active, isEditing } = store.state;
    if (!cell || isEditing || (cell.row === active.row && cell.column === active.column)) return;
    if (pressedActive.current === false) activate(store, field(), { row: cell.row, column: cell.column }, false, false);
  };
  const onContextMenu = (event: MouseEvent) => {
    const cell = cellOf(event);
    if (!cell || cell.row === HEADER || !binding.menu || store.state.isEditing) return;
    event.preventDefault();
    binding.menu({ row: cell.row, column: cell.column }, cell.element);
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
        style={layout as React.CSSProperties}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onClick={onClick}
        onFocus={onFocus}
        onContextMenu={onContextMenu}
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
