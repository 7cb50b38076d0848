import type { MarkedThing, PatientStatus, Unseen } from "../api/types";
import { Link } from "../app/router";
import type { TextId } from "../generated/textIds";
import { peopleWords } from "../i18n/people";
import { useText } from "../i18n/useText";
import type { ShownRow } from "../live/shown.model";
import { PatientIdentity } from "../patient/Identity";
import { Hidden } from "../ui/Hidden";
import { Icon } from "../ui/Icon";
import { HighlightReason, UnseenMark } from "./CellContent";
import { useListContext } from "./ListContext";
import { useNameWarning } from "./nameWarnings";
import styles from "./PatientCell.module.css";

/** Present is the usual, and is not said on each row. */
const STATUS_TEXTS: Record<Exclude<PatientStatus, "present">, TextId> = {
  expected: "status-expected",
  discharged: "status-discharged",
  transferred: "status-transferred",
  deceased: "status-deceased",
};

/** The newest change of each kind; that the patient came says more than what was changed on the way. */
function unseenOfPatient({ unseen }: ShownRow): {
  readonly arrival: Unseen | undefined;
  readonly change: Unseen | undefined;
} {
  const others = [...unseen.values()].filter(({ thing }) => thing.type !== "value");
  const arrival = others.find(({ thing }) => thing.type === "added");
  const change = others.toSorted((a, b) => b.changed.sequence - a.changed.sequence)[0];
  return { arrival, change: arrival ? undefined : change };
}

/** What of a patient as a whole is marked as changed, to be unmarked. */
export const unseenThings = (row: ShownRow): readonly MarkedThing[] =>
  [...row.unseen.values()].map(({ thing }) => thing).filter(({ type }) => type !== "value");

interface PatientCellProps {
  readonly row: ShownRow;
  /** In the grid the cell has the focus, and Enter opens the patient. */
  readonly isInGrid: boolean;
}

/** A patient who is protected from who reads: initials for a name, and the way to open her with a reason. */
function ProtectedName({ initials }: { readonly initials: string }) {
  const text = useText();
  return (
    <span className={styles.protected}>
      <Icon name="locked" /> <bdi>{initials === "" ? text("no-name") : initials}</bdi> {text("protected")}
    </span>
  );
}

/** Who the patient is, with what concerns the patient as a whole; it leads to the patient's page. */
export function PatientCell({ row, isInGrid }: PatientCellProps) {
  const text = useText();
  const { warnings, fieldContext, team, list } = useListContext();
  const { id, identity, status, notes, highlights = [], ehr, initials, sensitive, responsible = [] } = row.patient;
  const inGrid = isInGrid ? { tabIndex: -1, draggable: false } : {};
  const warning = useNameWarning(warnings, id);
  const highlight = highlights.find(({ field }) => field === undefined);
  const { arrival, change } = unseenOfPatient(row);
  return (
    <>
      <Link to="patient" parameters={{ team, list, patient: id }} className={styles.patient} {...inGrid}>
        {initials == null ? (
          <PatientIdentity identity={identity} today={fieldContext.today} warning={warning} />
        ) : (
          <ProtectedName initials={initials} />
        )}
      </Link>
      {sensitive && initials == null && (
        <span className={styles.status}>
          <Icon name="locked" /> {text("protected")}
        </span>
      )}
      {ehr === "linked" && (
        <span className={styles.linked} title={text("linked-to-record")}>
          <Icon name="record" />
          <Hidden>{text("linked-to-record")}</Hidden>
        </span>
      )}
      {ehr === "proposed" && (
        <Link to="patient" parameters={{ team, list, patient: id }} className={styles.proposed} {...inGrid}>
          <Icon name="warning" /> {text("record-says-another-identity")}
        </Link>
      )}
      {status !== "present" && <span className={styles.status}>{text(STATUS_TEXTS[status])}</span>}
      {responsible.length > 0 && (
        <span className={styles.notes}>
          {text("responsible-are", { who: peopleWords(responsible, fieldContext.names, { text }) })}
        </span>
      )}
      {notes > 0 && <span className={styles.notes}>{text("note-count", { count: notes })}</span>}
      {highlight && <HighlightReason highlight={highlight} />}
      {arrival && <UnseenMark unseen={arrival} label="unseen-arrival" />}
      {change && <UnseenMark unseen={change} label="unseen-change" />}
    </>
  );
}
