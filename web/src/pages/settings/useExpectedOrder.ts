import { useRef, useState } from "react";

/**
 * Items in the order that somebody has just given them, until the server's answer to the last move is there: one may move on at once. Each
 * move goes after the one before.
 */
export function useExpectedOrder<T>(items: readonly T[], keyOf: (item: T) => string) {
  const [order, setOrder] = useState<readonly string[]>();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const isComplete = order?.length === items.length && order.every((key) => byKey.has(key));
  const shown = order && isComplete ? order.flatMap((key) => byKey.get(key) ?? []) : items;

  const expect = async (next: readonly T[], send: () => Promise<unknown>) => {
    setOrder(next.map(keyOf));
    waiting.current += 1;
    queue.current = queue.current.then(send);
    await queue.current;
    waiting.current -= 1;
    if (waiting.current === 0) setOrder(undefined);
  };
  return { items: shown, expect };
}
