import { type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import { type ActiveStore, onlyActive } from "./activeCell";
import type { GridColumn } from "./grid.types";
import { cellAfterChange, type Field } from "./navigation.model";

interface FieldParts {
  readonly rows: readonly string[];
  readonly columns: readonly GridColumn[];
  readonly store: ActiveStore;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly body: RefObject<HTMLElement | null>;
}

/** Before the first row is measured. */
const USUAL_PAGE = 10;

/**
 * A live answer to "which rows and columns are there", for handlers that must not change with every row. Where the active row or
 * column goes, the one in its place becomes active.
 */
export function useField({ rows, columns, store, scroller, body }: FieldParts): () => Field {
  const columnIds = useMemo(() => columns.map(({ id }) => id), [columns]);
  const current = useRef({ rows, columns: columnIds });
  current.current = { rows, columns: columnIds };

  const field = useCallback((): Field => {
    const height = body.current?.offsetHeight ?? 0;
    const room = scroller.current?.clientHeight ?? 0;
    const count = current.current.rows.length;
    // One row less than fits: the header covers some, and one row is seen on both pages.
    const page = height > 0 && count > 0 ? Math.max(1, Math.floor(room / (height / count)) - 1) : USUAL_PAGE;
    return { ...current.current, page };
  }, [scroller, body]);

  const former = useRef<Field>({ rows, columns: columnIds, page: 1 });
  useEffect(() => {
    const now: Field = { rows, columns: columnIds, page: 1 };
    const cell = cellAfterChange(former.current, now, store.state.active);
    former.current = now;
    if (!cell || cell === store.state.active) return;
    // The row with the focus is gone by now, and the focus with it.
    const hadFocus = document.activeElement === document.body || scroller.current?.contains(document.activeElement);
    store.set(onlyActive(cell), hadFocus === true && store.state.focusCount > 0);
  }, [rows, columnIds, store, scroller]);
  return field;
}
