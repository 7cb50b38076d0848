import { useMemo } from "react";
import { useStore } from "../app/store";
import type { ListStore } from "../live/listStore";
import type { TeamLive } from "../live/teamLive";
import { lookOf } from "./listView";
import { droppedAt, movedByOne, type NewPlace } from "./reorder.model";

/** Changes the agreed order of a list. */
export interface Reorder {
  /** Whether there is a place above (-1) or below (1). */
  canMove(patient: string, by: -1 | 1): boolean;
  move(patient: string, by: -1 | 1): void;
  drop(patient: string, target: string, side: "before" | "behind"): void;
}

interface ReorderParts {
  readonly live: TeamLive;
  readonly list: string;
  readonly store: ListStore;
  readonly isGuest: boolean;
}

/** How the order can be changed: only where it is the agreed one, and wholly in view. */
export function useReorder({ live, list, store, isGuest }: ReorderParts): Reorder | undefined {
  const { header } = useStore(store.state);
  const { sort, filters } = useStore(lookOf(store).view);
  const isOffered = !isGuest && header?.order === "manual" && sort === undefined && filters.length === 0;
  return useMemo(() => {
    if (!isOffered) return undefined;
    const order = () => store.state.get().order;
    const give = (place: NewPlace | undefined) => {
      if (place) live.give({ type: "reorder_patient", list, ...place });
    };
    return {
      canMove: (patient, by) => movedByOne(order(), patient, by) !== undefined,
      move: (patient, by) => give(movedByOne(order(), patient, by)),
      drop: (patient, target, side) => give(droppedAt(order(), patient, target, side)),
    };
  }, [isOffered, live, list, store]);
}
