import { useEffect, useMemo } from "react";
import type { Team } from "../../api/types";
import { Link, navigate } from "../../app/router";
import { useStore } from "../../app/store";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { lookOf } from "../../list/listView";
import type { Ordering } from "../../list/rowOrder.model";
import { useRowOrder } from "../../list/useRowOrder";
import { useTeamFieldContext } from "../../list/useTeamFieldContext";
import type { ListStore } from "../../live/listStore";
import { Icon } from "../../ui/Icon";
import type { PatientPart } from "./PatientContext";
import styles from "./PatientNav.module.css";
import { positionOf } from "./position.model";

interface PatientNavProps {
  readonly team: string;
  readonly list: string;
  readonly patient: string;
  /** The neighbours are looked at in the same part of the page. */
  readonly part: PatientPart;
  readonly loaded: Team;
  readonly store: ListStore;
}

const never = () => false;

/** Alt with Page Up and Page Down goes from patient to patient, wherever the focus is. */
function useNeighbourKeys(go: (patient: string) => void, previous: string | undefined, next: string | undefined) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.key === "PageUp" ? previous : event.key === "PageDown" ? next : undefined;
      if (!event.altKey || target === undefined || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      go(target);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [go, previous, next]);
}

/** The way back to the list, and on to the patients before and after in its order, as it was last looked at. */
export function PatientNav({ team, list, patient, part, loaded, store }: PatientNavProps) {
  const text = useText();
  const { header, fields } = useStore(store.state);
  const context = useTeamFieldContext(loaded);
  const view = useStore(lookOf(store).view);
  const listOrder = header?.order ?? "place";
  const ordering = useMemo<Ordering>(() => ({ fields, listOrder, view, context }), [fields, listOrder, view, context]);
  const rows = useRowOrder(store, ordering, never);
  const { place, total, previous, next } = positionOf(rows, patient);
  const page = part === "chart" ? "chart" : "patient";
  const go = useMemo(() => (to: string) => navigate(page, { team, list, patient: to }), [page, team, list]);
  useNeighbourKeys(go, previous, next);

  const neighbour = (to: string | undefined, icon: "before" | "after", label: string, keys: string) =>
    to === undefined ? (
      <span className={styles.none} aria-hidden="true">
        <Icon name={icon} /> {label}
      </span>
    ) : (
      <Link to={page} parameters={{ team, list, patient: to }} className={styles.link} aria-keyshortcuts={keys}>
        <Icon name={icon} /> {label}
      </Link>
    );
  return (
    <nav className={styles.nav} aria-label={text("patients-of-list")}>
      <Link to="list" parameters={{ team, list }} className={styles.back}>
        <Icon name="before" /> <bdi>{header ? literal(header.name) : text("patient-list")}</bdi>
      </Link>
      <span className={styles.place}>{place > 0 ? text("patient-position", { place, total }) : ""}</span>
      <span className={styles.steps}>
        {neighbour(previous, "before", text("previous-patient"), "Alt+PageUp")}
        {neighbour(next, "after", text("next-patient"), "Alt+PageDown")}
      </span>
    </nav>
  );
}
