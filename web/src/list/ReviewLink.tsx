import { useCallback } from "react";
import type { Team } from "../api/types";
import { Link } from "../app/router";
import { useRefresh } from "../app/useRefresh";
import { useText } from "../i18n/useText";
import { useListContext } from "./ListContext";
import styles from "./ListView.module.css";

/** No live change tells of openings. */
const EVERY_MS = 600_000;

/** For owners: how many openings of protected patients wait for a review, and the way there. */
export function ReviewLink({ unreviewed: count }: { readonly unreviewed: NonNullable<Team["unreviewed"]> }) {
  const text = useText();
  const { team, live } = useListContext();
  useRefresh(
    useCallback(() => live.loadTeam(), [live]),
    EVERY_MS,
  );
  if (count === 0) return null;
  return (
    <Link to="settings" parameters={{ team, section: "emergency-access" }} className={styles.review}>
      {text("emergency-access-waiting", { count })}
    </Link>
  );
}
