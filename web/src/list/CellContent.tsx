import type { Field, HighlightMark, Value } from "../api/types";
import { FIELD_UIS } from "../fields";
import { useText } from "../i18n/useText";
import type { CellMark } from "../live/outbox.model";
import { Hidden } from "../ui/Hidden";
import styles from "./CellContent.module.css";

function SendMark({ mark }: { readonly mark: CellMark }) {
  const text = useText();
  if (mark.kind === "sending") {
    return (
      <span className={styles.sending}>
        <span aria-hidden="true">⇡</span>
        <Hidden>{text("not-sent-yet")}</Hidden>
      </span>
    );
  }
  return (
    <span className={styles.refused}>
      <span aria-hidden="true">⚠ </span>
      {text(mark.problem.code === "conflict" ? "edit-in-conflict" : "edit-refused")}
    </span>
  );
}

/** That a value must not be missed, and why. */
export function HighlightReason({ highlight }: { readonly highlight: HighlightMark }) {
  const text = useText();
  return (
    <span className={styles.reason}>
      <span aria-hidden="true">❗ </span>
      <Hidden>{text("highlighted")}: </Hidden>
      <bdi>{highlight.reason}</bdi>
    </span>
  );
}

interface CellContentProps {
  readonly field: Field;
  readonly value: Value;
  readonly mark: CellMark | undefined;
  readonly highlight: HighlightMark | undefined;
  readonly isMerged: boolean;
}

/** A value with everything that is to be said of it. */
export function CellContent({ field, value, mark, highlight, isMerged }: CellContentProps) {
  const text = useText();
  const { Show } = FIELD_UIS[field.type];
  return (
    <>
      {value === null ? <Empty field={field} /> : <Show field={field} value={value} />}
      {mark && <SendMark mark={mark} />}
      {isMerged && <span className={styles.merged}>{text("merged-of-two-edits")}</span>}
      {highlight && <HighlightReason highlight={highlight} />}
    </>
  );
}

/** Not recorded, which is not "none"; of a place it is said aloud, since nobody may be overlooked. */
function Empty({ field }: { readonly field: Field }) {
  const text = useText();
  if (field.type === "place") return <strong>{text("no-bed")}</strong>;
  return (
    <span className={styles.empty}>
      <span aria-hidden="true">–</span>
      <Hidden>{text("not-recorded")}</Hidden>
    </span>
  );
}
