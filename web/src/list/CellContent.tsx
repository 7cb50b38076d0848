import type { Field, HighlightMark, Unseen } from "../api/types";
import { FIELD_UIS } from "../fields";
import { authorName, peopleWords } from "../i18n/people";
import { useText, useTexts } from "../i18n/useText";
import type { CellMark } from "../live/outbox.model";
import type { ShownRow } from "../live/shown.model";
import { valueKey } from "../live/unseen.model";
import { clinicalInstant } from "../patient/clinicalDate.model";
import { isMasked } from "../patient/masked.model";
import { Hidden } from "../ui/Hidden";
import { Icon } from "../ui/Icon";
import styles from "./CellContent.module.css";
import { useCellContext } from "./ListContext";

function SendMark({ mark }: { readonly mark: CellMark }) {
  const text = useText();
  if (mark.kind === "sending") {
    return (
      <span className={styles.sending}>
        <Icon name="waiting" />
        <Hidden>{text("not-sent-yet")}</Hidden>
      </span>
    );
  }
  return (
    <span className={styles.refused}>
      <Icon name="warning" /> {text(mark.problem.code === "conflict" ? "edit-in-conflict" : "edit-refused")}
    </span>
  );
}

/** That a value or patient must not be missed, and why. */
export function HighlightReason({ highlight }: { readonly highlight: HighlightMark }) {
  const text = useText();
  return (
    <span className={styles.reason}>
      <Icon name="important" /> <Hidden>{text("highlighted")}: </Hidden>
      <bdi>{highlight.reason}</bdi>
    </span>
  );
}

/** That somebody else changed this since I looked, who and when. */
export function UnseenMark({
  unseen,
  label,
}: {
  readonly unseen: Unseen;
  readonly label: "unseen-change" | "unseen-arrival";
}) {
  const { text, language } = useTexts();
  const { fieldContext, timeZone } = useCellContext();
  const { by, at } = unseen.changed;
  const who = authorName(by, fieldContext.names, { text });
  return (
    <span className={styles.unseen} data-unseen>
      <Icon name="changed" /> {text(label, { who, when: clinicalInstant(at, timeZone, language) })}
    </span>
  );
}

function EditedBy({ users }: { readonly users: readonly string[] }) {
  const text = useText();
  const { names } = useCellContext().fieldContext;
  return (
    <span className={styles.editing}>
      <Icon name="editing" /> {text("edited-by", { who: peopleWords(users, names, { text }) })}
    </span>
  );
}

/** Not recorded, which is not "none"; of a place it is said aloud, since nobody may be overlooked. */
function Empty({ row, field }: Pick<CellContentProps, "row" | "field">) {
  const text = useText();
  // Not permitted is not empty.
  if (isMasked(row.patient) && field.type !== "place") {
    return (
      <span className={styles.empty}>
        <Icon name="locked" />
        <Hidden>{text("protected")}</Hidden>
      </span>
    );
  }
  if (field.type === "chart") {
    return (
      <span className={styles.empty}>{text(row.patient.ehr == null ? "chart-not-linked" : "chart-not-read")}</span>
    );
  }
  if (field.type === "place") return <strong>{text("no-bed")}</strong>;
  return (
    <span className={styles.empty}>
      <span aria-hidden="true">–</span>
      <Hidden>{text("not-recorded")}</Hidden>
    </span>
  );
}

interface CellContentProps {
  readonly row: ShownRow;
  readonly field: Field;
  /** The place of the field among the list's. */
  readonly index: number;
}

/** A value with everything that is to be said of it. */
export function CellContent({ row, field, index }: CellContentProps) {
  const text = useText();
  const { Show } = FIELD_UIS[field.type];
  const value = row.values[index] ?? null;
  const { highlights, merged } = row.patient;
  const mark = row.marks.get(field.id);
  const highlight = highlights?.find((each) => each.field === field.id);
  const unseen = row.unseen.get(valueKey(field.id));
  const editors = row.editors.get(field.id);
  return (
    <>
      {value === null ? <Empty row={row} field={field} /> : <Show field={field} value={value} />}
      {mark && <SendMark mark={mark} />}
      {merged?.includes(field.id) && <span className={styles.merged}>{text("merged-of-two-edits")}</span>}
      {highlight && <HighlightReason highlight={highlight} />}
      {unseen && <UnseenMark unseen={unseen} label="unseen-change" />}
      {editors && <EditedBy users={editors} />}
    </>
  );
}

/** The marks of a whole cell; `field` is undefined for the identity. */
export function cellClass(row: ShownRow, field: string | undefined): string | undefined {
  const isHighlighted = row.patient.highlights?.some((each) => each.field === field);
  const isUnseen = field === undefined ? hasUnseenOfPatient(row) : row.unseen.has(valueKey(field));
  const isEdited = field !== undefined && row.editors.has(field);
  const classes = [
    isHighlighted ? styles.highlighted : undefined,
    isUnseen ? styles.changed : undefined,
    isEdited ? styles.edited : undefined,
  ].filter((name) => name !== undefined);
  return classes.length > 0 ? classes.join(" ") : undefined;
}

const hasUnseenOfPatient = ({ unseen }: ShownRow) => [...unseen.values()].some(({ thing }) => thing.type !== "value");
