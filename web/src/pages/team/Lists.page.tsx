import { Subtitle1, Subtitle2 } from "@fluentui/react-components";
import { useEffect } from "react";
import type { Team } from "../../api/types";
import { Link, redirect } from "../../app/router";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { LoadedTeam } from "../../live/LoadedTeam";
import { useTeamLive } from "../../live/useLive";
import { usePageTitle } from "../../ui/usePageTitle";
import styles from "../teams/Teams.module.css";

function TeamLists({ id, team }: { readonly id: string; readonly team: Team }) {
  const text = useText();
  const isBegun = typeof team.mode === "string";
  useEffect(() => {
    if (!isBegun) redirect("team", { team: id });
  }, [id, isBegun]);
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

/** All lists of a team that the reader sees. */
export default function ListsPage({ team: id }: { readonly team: string }) {
  const live = useTeamLive(id);
  usePageTitle("lists");
  useEffect(() => void live.loadTeam(), [live]);
  return <LoadedTeam live={live}>{(team) => <TeamLists id={id} team={team} />}</LoadedTeam>;
}
