import { type PointerEvent, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { useText } from "../i18n/useText";
import { Hidden } from "../ui/Hidden";
import { Icon } from "../ui/Icon";
import type { ActiveStore } from "./activeCell";
import { clampWidth } from "./columns.model";
import styles from "./Grid.module.css";
import { type GridColumn, HEADER } from "./grid.types";

interface GridHeaderProps {
  readonly frozen: readonly GridColumn[];
  readonly loose: readonly GridColumn[];
  readonly store: ActiveStore;
  readonly openMenu: (column: string, target: HTMLElement) => void;
  readonly resize: (column: string, width: number, isFinal: boolean) => void;
}

interface HeaderCellProps extends Pick<GridHeaderProps, "openMenu" | "resize"> {
  readonly column: GridColumn;
  readonly ariaIndex: number;
  readonly isActive: boolean;
}

/** The edge of a column, to drag; keyboards use the column's menu. */
function WidthHandle({ column, resize }: Pick<HeaderCellProps, "column" | "resize">) {
  const start = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined);
  const widthAt = (event: PointerEvent) =>
    start.current && clampWidth(start.current.width + event.clientX - start.current.x);

  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: column.width };
  };
  const drag = (event: PointerEvent) => {
    const width = widthAt(event);
    if (width !== undefined) resize(column.id, width, false);
  };
  const end = (event: PointerEvent) => {
    const width = widthAt(event);
    start.current = undefined;
    if (width !== undefined) resize(column.id, width, true);
  };
  return (
    <span
      aria-hidden="true"
      className={styles.handle}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}

function HeaderCell({ column, ariaIndex, isActive, openMenu, resize }: HeaderCellProps) {
  const text = useText();
  const { id, name, sort, isFiltered, note } = column;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold the sticky block and virtual rows
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
    <div role="columnheader" aria-colindex={ariaIndex} aria-sort={sort} data-column={id} className={styles.headerCell}>
      <button
        type="button"
        aria-haspopup="menu"
        tabIndex={isActive ? 0 : -1}
        className={styles.headerButton}
        onClick={(event) => openMenu(id, event.currentTarget)}
      >
        <bdi>{name}</bdi>
        {note !== undefined && (
          <>
            <Icon name="record" />
            <Hidden>{note}</Hidden>
          </>
        )}
        {sort && <Icon name={sort} />}
        {isFiltered && (
          <>
            <Icon name="filter" />
            <Hidden>{text("filtered")}</Hidden>
          </>
        )}
      </button>
      <WidthHandle column={column} resize={resize} />
    </div>
  );
}

/** The row of column names: it stays when scrolling down, and its cells are part of the field of arrows. */
export function GridHeader({ frozen, loose, store, openMenu, resize }: GridHeaderProps) {
  const row = useRef<HTMLDivElement>(null);
  const state = useSyncExternalStore(store.subscribe, () => store.forRow(HEADER));

  useLayoutEffect(() => {
    if (state?.active.row !== HEADER || !store.takeFocus()) return;
    const cells = [...(row.current?.querySelectorAll<HTMLElement>("[data-column]") ?? [])];
    const cell = cells.find(({ dataset }) => dataset.column === state.active.column);
    cell?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [state, store]);

  const cells = (columns: readonly GridColumn[], before: number) =>
    columns.map((column, index) => (
      <HeaderCell
        key={column.id}
        column={column}
        ariaIndex={before + index + 1}
        isActive={state?.active.row === HEADER && state.active.column === column.id}
        openMenu={openMenu}
        resize={resize}
      />
    ));
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div role="rowgroup" className={styles.header}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus */}
      <div role="row" ref={row} aria-rowindex={1} data-row={HEADER} className={styles.row}>
        <div role="presentation" className={styles.frozen}>
          {cells(frozen, 0)}
        </div>
        {cells(loose, frozen.length)}
      </div>
    </div>
  );
}
