import type { ReactNode } from "react";
import { problemText } from "../api/problem";
import type { Team } from "../api/types";
import { useTexts } from "../i18n/useText";
import { Message } from "../ui/Message";
import type { TeamLive } from "./teamLive";
import { useTeamState } from "./useLive";

interface LoadedTeamProps {
  readonly live: TeamLive;
  readonly children: (team: Team) => ReactNode;
}

/** Shows a team, or that it is on its way, or why it did not come and how to go on. */
export function LoadedTeam({ live, children }: LoadedTeamProps) {
  const texts = useTexts();
  const state = useTeamState(live);
  if (state.state === "loading") return <Message title={texts.text("loading")} />;
  if (state.state === "loaded") return children(state.team);
  return (
    <Message
      title={texts.text("could-not-load")}
      detail={problemText(state.problem, texts)}
      action={{ label: texts.text("retry"), perform: () => void live.loadTeam() }}
    />
  );
}
