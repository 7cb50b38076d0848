import { useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "../app/store";
import type { ListStore } from "../live/listStore";
import { type Ordering, orderRows } from "./rowOrder.model";

/** Rows are put in order at most this often: with many people typing they must not dance. */
const PAUSE_MS = 400;

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, at) => id === b[at]);

/** The patients to show, in order. It follows the list, but holds still while a cell is edited. */
export function useRowOrder(store: ListStore, ordering: Ordering, isEditing: () => boolean): readonly string[] {
  const { order } = useStore(store.state);
  const compute = useMemo(
    () => () =>
      orderRows(
        store.state.get().order.flatMap((id) => store.find(id) ?? []),
        ordering,
      ),
    [store, ordering],
  );
  // What the reader asked for, and who came or went, is shown at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `order` is read inside through the store
  const asked = useMemo(compute, [compute, order]);
  const [shown, setShown] = useState(asked);
  const former = useRef(asked);
  const current = former.current === asked ? shown : asked;
  useEffect(() => {
    former.current = asked;
    setShown(asked);
  }, [asked]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = () => {
      timer = undefined;
      if (isEditing()) {
        later();
        return;
      }
      const next = compute();
      setShown((before) => (isSame(before, next) ? before : next));
    };
    const later = () => {
      timer ??= setTimeout(update, PAUSE_MS);
    };
    const stop = store.revision.subscribe(later);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, compute, isEditing]);
  return current;
}
