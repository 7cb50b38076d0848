import { useMemo } from "react";
import type { Field, Team } from "../api/types";
import { useMe } from "../app/useMe";
import type { ListStore } from "../live/listStore";
import type { TeamLive } from "../live/teamLive";
import type { ListPageContext } from "./ListContext";
import { NameWarnings } from "./nameWarnings";
import { useReorder } from "./useReorder";
import { useTeamFieldContext } from "./useTeamFieldContext";

interface PageParts {
  readonly team: string;
  readonly list: string;
  readonly live: TeamLive;
  readonly store: ListStore;
  readonly loaded: Team;
  readonly fields: readonly Field[];
}

/** What all parts of the page share; it stays the same object until schema, members, language or day change. */
export function useListPageContext({ team, list, live, store, loaded, fields }: PageParts): ListPageContext {
  const warnings = useMemo(() => new NameWarnings(store), [store]);
  const fieldContext = useTeamFieldContext(loaded);
  const { role, time_zone: timeZone } = loaded;
  const me = useMe();
  const reorder = useReorder({ live, list, store, isGuest: role === "guest" });
  return useMemo(
    () => ({ me, timeZone, team, list, live, store, fields, role, fieldContext, warnings, reorder }),
    [me, timeZone, team, list, live, store, fields, role, fieldContext, warnings, reorder],
  );
}
