import { Subtitle1 } from "@fluentui/react-components";
import type { MyTeam } from "../../api/types";
import { useRequest } from "../../api/useRequest";
import { Link } from "../../app/router";
import { literal } from "../../i18n/literal";
import { ROLES } from "../../i18n/roles";
import { useText } from "../../i18n/useText";
import { LoadedView } from "../../ui/LoadedView";
import { Message } from "../../ui/Message";
import { usePageTitle } from "../../ui/usePageTitle";
import styles from "./Teams.module.css";

function TeamLinks({ teams }: { readonly teams: readonly MyTeam[] }) {
  const text = useText();
  if (teams.length === 0) return <Message title={text("no-teams")} detail={text("no-teams-what-next")} />;
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
