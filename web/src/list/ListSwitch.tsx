import type { Team } from "../api/types";
import { later } from "../app/later";
import { Link } from "../app/router";
import { literal } from "../i18n/literal";
import { useText } from "../i18n/useText";
import { MenuOpener } from "../ui/MenuOpener";
import { useListContext } from "./ListContext";
import styles from "./ListSwitch.module.css";

const ListSwitchMenu = later(() => import("./ListSwitchMenu"));

/** Whose list it is, and the way to the team's other lists. */
export function ListSwitch({ team }: { readonly team: Team }) {
  const text = useText();
  const { team: id } = useListContext();
  return (
    <div className={styles.switch}>
      <Link to="lists" parameters={{ team: id }} className={styles.team}>
        <bdi>{literal(team.name)}</bdi>
      </Link>
      <MenuOpener label={text("other-list")} size="small">
        {(target, close) => <ListSwitchMenu target={target} close={close} team={team} />}
      </MenuOpener>
    </div>
  );
}
