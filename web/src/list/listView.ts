import { makeStore, type Store } from "../app/store";
import type { ListStore } from "../live/listStore";
import { type View, WHOLE_VIEW } from "./rowOrder.model";

/** How a list is looked at, and whose page was opened from it; kept as long as the list is open, so that one comes back to it. */
export interface ListLook {
  readonly view: Store<View>;
  /** The patient whose page was opened last. */
  patient: string | undefined;
}

const looks = new WeakMap<ListStore, ListLook>();

/** How an open list is looked at. */
export function lookOf(store: ListStore): ListLook {
  const known = looks.get(store);
  if (known) return known;
  const look: ListLook = { view: makeStore(WHOLE_VIEW), patient: undefined };
  looks.set(store, look);
  return look;
}
