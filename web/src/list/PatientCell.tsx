import type { PatientStatus } from "../api/types";
import type { TextId } from "../i18n/ids";
import { useText } from "../i18n/useText";
import type { ShownRow } from "../live/shown.model";
import { PatientIdentity } from "../patient/Identity";
import { HighlightReason } from "./CellContent";
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

/** Who the patient is, with what concerns the patient as a whole. */
export function PatientCell({ row }: { readonly row: ShownRow }) {
  const text = useText();
  const { warnings, fieldContext } = useListContext();
  const { id, identity, status, notes, highlights = [] } = row.patient;
  const warning = useNameWarning(warnings, id);
  const highlight = highlights.find(({ field }) => field === undefined);
  return (
    <>
      <PatientIdentity identity={identity} today={fieldContext.today} warning={warning} />
      {status !== "present" && <span className={styles.status}>{text(STATUS_TEXTS[status])}</span>}
      {notes > 0 && <span className={styles.notes}>{text("note-count", { count: notes })}</span>}
      {highlight && <HighlightReason highlight={highlight} />}
    </>
  );
}
