import { Subtitle1 } from "@fluentui/react-components";
import { useEffect } from "react";
import type { MyTeam } from "../../api/types";
import { useRequest } from "../../api/useRequest";
import { Link, navigate, redirect } from "../../app/router";
import { session } from "../../app/session";
import { useStore } from "../../app/store";
import { literal } from "../../i18n/literal";
import { ROLES } from "../../i18n/roles";
import { useText } from "../../i18n/useText";
import { LoadedView } from "../../ui/LoadedView";
import { Message } from "../../ui/Message";
import { usePageTitle } from "../../ui/usePageTitle";
import styles from "./Teams.module.css";

/** Where there is nothing to choose, the only team; an administrator has more to do than in a team. */
function onlyTeam(teams: readonly MyTeam[], isAdministrator: boolean): string | undefined {
  const [team, another] = teams;
  return isAdministrator || another || !team?.role ? undefined : team.id;
}

function NoTeams({ isAdministrator }: { readonly isAdministrator: boolean }) {
  const text = useText();
  if (!isAdministrator) return <Message title={text("no-teams")} detail={text("no-teams-what-next")} />;
  return (
    <Message
      title={text("no-teams")}
      detail={text("no-teams-administrator")}
      action={{ label: text("administration"), perform: () => navigate("administration", { section: "teams" }) }}
    />
  );
}

function TeamLinks({ teams }: { readonly teams: readonly MyTeam[] }) {
  const text = useText();
  const current = useStore(session);
  const isAdministrator = current.state === "signed-in" && current.me.administrator;
  const only = onlyTeam(teams, isAdministrator);
  useEffect(() => {
    if (only !== undefined) redirect("team", { team: only });
  }, [only]);
  if (only !== undefined) return <Message title={text("loading")} />;
  if (teams.length === 0) return <NoTeams isAdministrator={isAdministrator} />;
  return (
    <div className={styles.page}>
      <Subtitle1 as="h1">{text("my-teams")}</Subtitle1>
      <ul className={styles.teams}>
        {teams.map(({ id, name, role }) => (
          <li key={id}>
            <Link to="team" parameters={{ team: id }} className={styles.team}>
              <bdi className={styles.name}>{literal(name)}</bdi>
              <span className={styles.role}>{text(role ? ROLES[role] : "team-unavailable")}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The teams that I belong to. */
export default function TeamsPage() {
  usePageTitle("my-teams");
  const loaded = useRequest<{ readonly teams: readonly MyTeam[] }>("/api/teams");
  return <LoadedView loaded={loaded}>{({ teams }) => <TeamLinks teams={teams} />}</LoadedView>;
}
