import { Subtitle1, Subtitle2 } from "@fluentui/react-components";
import { problemText } from "../../api/problem";
import type { Team } from "../../api/types";
import { Link } from "../../app/router";
import { literal } from "../../i18n/literal";
import { useText, useTexts } from "../../i18n/useText";
import { useTeamLive, useTeamState } from "../../live/useLive";
import { Message } from "../../ui/Message";
import { usePageTitle } from "../../ui/usePageTitle";
import styles from "../teams/Teams.module.css";
import { FirstRun } from "./FirstRun";

function TeamLists({ id, team }: { readonly id: string; readonly team: Team }) {
  const text = useText();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Subtitle1 as="h1">
          <bdi>{literal(team.name)}</bdi>
        </Subtitle1>
        <Link to="settings" parameters={{ team: id, section: "members" }} className={styles.settings}>
          {text("team-settings")}
        </Link>
      </div>
      <Subtitle2 as="h2">{text("lists")}</Subtitle2>
      {team.lists.length === 0 && <p>{text("no-lists-what-next")}</p>}
      <ul className={styles.teams}>
        {team.lists.map((list) => (
          <li key={list.id}>
            <Link to="list" parameters={{ team: id, list: list.id }} className={styles.team}>
              <bdi className={styles.name}>{literal(list.name)}</bdi>
              <span className={styles.role}>
                {text("patient-count", { count: list.patients })}
                {list.default && ` · ${text("default-list")}`}
                {list.members !== null && ` · ${text("limited-list")}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The lists of a team. */
export default function TeamPage({ team }: { readonly team: string }) {
  const texts = useTexts();
  const live = useTeamLive(team);
  const state = useTeamState(live);
  usePageTitle("lists");
  if (state.state === "loading") return <Message title={texts.text("loading")} />;
  if (state.state === "loaded") {
    if (typeof state.team.mode !== "string") return <FirstRun team={state.team} live={live} />;
    return <TeamLists id={team} team={state.team} />;
  }
  return (
    <Message
      title={texts.text("could-not-load")}
      detail={problemText(state.problem, texts)}
      action={{ label: texts.text("retry"), perform: () => void live.loadTeam() }}
    />
  );
}
