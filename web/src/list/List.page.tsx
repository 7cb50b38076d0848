import { problemText } from "../api/problem";
import type { Team } from "../api/types";
import { useRest } from "../app/later";
import { useTexts } from "../i18n/useText";
import { ConnectionBanner } from "../live/ConnectionBanner";
import type { ListStore } from "../live/listStore";
import type { TeamLive } from "../live/teamLive";
import { useListState, useOpenList, useTeamLive, useTeamState } from "../live/useLive";
import { Message } from "../ui/Message";
import { usePageTitle } from "../ui/usePageTitle";
import { CellContext, ListContext } from "./ListContext";
import { ListView } from "./ListView";
import { useListPageContext } from "./useListPageContext";

interface ListPageProps {
  readonly team: string;
  readonly list: string;
}

interface LoadedListProps extends ListPageProps {
  readonly live: TeamLive;
  readonly store: ListStore;
  readonly loaded: Team;
}

function LoadedList({ team, list, live, store, loaded }: LoadedListProps) {
  const { text } = useTexts();
  const { phase, header, fields } = useListState(store);
  const context = useListPageContext({ team, list, live, store, loaded, fields });
  if (phase === "gone") return <Message title={text("list-gone")} detail={text("list-gone-what-next")} />;
  return (
    <ListContext value={context}>
      <CellContext value={context}>
        <ConnectionBanner live={live} timeZone={loaded.time_zone} />
        {phase === "opening" || !header ? (
          <Message title={text("loading")} />
        ) : (
          <ListView header={header} team={loaded} />
        )}
      </CellContext>
    </ListContext>
  );
}

/** A list of patients, live: as a grid, or on a phone as cards. */
export default function ListPage({ team, list }: ListPageProps) {
  const texts = useTexts();
  const live = useTeamLive(team);
  const state = useTeamState(live);
  const store = useOpenList(live, list);
  usePageTitle("patient-list");
  useRest();
  if (state.state === "failed") {
    return (
      <Message
        title={texts.text("could-not-load")}
        detail={problemText(state.problem, texts)}
        action={{ label: texts.text("retry"), perform: () => void live.loadTeam() }}
      />
    );
  }
  if (state.state === "loading" || !store) return <Message title={texts.text("loading")} />;
  return <LoadedList team={team} list={list} live={live} store={store} loaded={state.team} />;
}
