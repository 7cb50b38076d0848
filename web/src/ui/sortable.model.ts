/** The items with one of them at another place. */
export function movedTo<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** The place that an item dragged to a height takes: behind each other item whose middle is above it. */
export function placeAt(middles: readonly number[], from: number, height: number): number {
  return middles.filter((middle, index) => index !== from && middle < height).length;
}

/** The item behind which a moved one stands in the new order; null where it is the first. */
export function before<T>(items: readonly T[], item: T): T | null {
  return items[items.indexOf(item) - 1] ?? null;
}
