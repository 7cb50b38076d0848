import { useMemo } from "react";
import type { Field, Team } from "../api/types";
import { useToday } from "../app/clock";
import { session } from "../app/session";
import { useStore } from "../app/store";
import type { FieldContext } from "../fields/fieldUi";
import { useTexts } from "../i18n/useText";
import type { ListStore } from "../live/listStore";
import type { TeamLive } from "../live/teamLive";
import { localDateTime } from "../patient/clinicalDate.model";
import type { ListPageContext } from "./ListContext";
import { NameWarnings } from "./nameWarnings";

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
  const texts = useTexts();
  const today = useToday(loaded.time_zone);
  const warnings = useMemo(() => new NameWarnings(store), [store]);
  const { members, former_members: former, role, time_zone: timeZone } = loaded;
  const fieldContext = useMemo<FieldContext>(
    () => ({
      texts,
      names: new Map([...former, ...members].map(({ user, name }) => [user, name])),
      members: members.map(({ user }) => user),
      today,
      now: () => localDateTime(new Date(), timeZone),
    }),
    [texts, former, members, today, timeZone],
  );
  const current = useStore(session);
  const me = current.state === "signed-in" ? current.me.id : "";
  return useMemo(
    () => ({ me, timeZone, team, list, live, store, fields, role, fieldContext, warnings }),
    [me, timeZone, team, list, live, store, fields, role, fieldContext, warnings],
  );
}
