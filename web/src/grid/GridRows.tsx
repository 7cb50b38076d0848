import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useSyncExternalStore } from "react";
import styles from "./Grid.module.css";
import { GridRow, type RowProps } from "./GridRow";

/** Above this many rows only those in view are in the page. */
export const MOST_PLAIN_ROWS = 100;
const ESTIMATED_HEIGHT = 68;
const OVERSCAN = 4;

export interface RowsProps<Row> extends Pick<RowProps<Row>, "shape" | "binding" | "store" | "endEdit"> {
  readonly rows: readonly string[];
  /** Null until it is in the page: rows are laid out once it is. */
  readonly scroller: HTMLDivElement | null;
  readonly body: RefObject<HTMLDivElement | null>;
}

function PlainRows<Row>({ rows, scroller: _, body, ...rest }: RowsProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold the sticky block and virtual rows
    <div role="rowgroup" ref={body}>
      {rows.map((row, index) => (
        <GridRow key={row} row={row} index={index} {...rest} />
      ))}
    </div>
  );
}

function VirtualRows<Row>({ rows, scroller, body, ...rest }: RowsProps<Row>) {
  const { store } = rest;
  const activeRow = useSyncExternalStore(store.subscribe, () => store.state.active.row);
  const activeIndex = rows.indexOf(activeRow);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (activeIndex === -1 || indexes.includes(activeIndex)) return indexes;
      return [...indexes, activeIndex].sort((a, b) => a - b);
    },
    [activeIndex],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ESTIMATED_HEIGHT,
    getItemKey: (index) => rows[index] ?? index,
    overscan: OVERSCAN,
    rangeExtractor,
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div role="rowgroup" ref={body} className={styles.virtual} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <GridRow key={key} row={row} index={index} top={start} measure={virtualizer.measureElement} {...rest} />
          )
        );
      })}
    </div>
  );
}

/** The rows below the header. */
export function GridRows<Row>(props: RowsProps<Row>) {
  return props.rows.length > MOST_PLAIN_ROWS ? <VirtualRows {...props} /> : <PlainRows {...props} />;
}
