import { useEffect, useState } from "react";
import { useStore } from "../app/store";
import type { ListState, ListStore } from "./listStore";
import { liveTeam } from "./registry";
import type { TeamLive, TeamState } from "./teamLive";

/** A team, live. */
export function useTeamLive(team: string): TeamLive {
  return liveTeam(team);
}

/** The team's schema, lists and members. */
export function useTeamState(live: TeamLive): TeamState {
  return useStore(live.team);
}

/** Reads the team when one comes to a page without an open list, or back to it: nothing tells such a page of changes. */
export function useFreshTeam(live: TeamLive): void {
  useEffect(() => {
    const read = () => void live.loadTeam();
    read();
    window.addEventListener("focus", read);
    return () => window.removeEventListener("focus", read);
  }, [live]);
}

/** Opens a list, if there is one, for as long as the component stands. */
export function useOpenList(live: TeamLive, list: string | undefined): ListStore | undefined {
  const [store, setStore] = useState<ListStore>();
  useEffect(() => {
    if (list === undefined) {
      setStore(undefined);
      return;
    }
    setStore(live.open(list));
    return () => live.close(list);
  }, [live, list]);
  return store;
}

/** The list as a whole. */
export function useListState(store: ListStore): ListState {
  return useStore(store.state);
}
