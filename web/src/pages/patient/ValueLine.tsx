import { Button } from "@fluentui/react-components";
import type { Field } from "../../api/types";
import type { ValueView } from "../../api/wire";
import { later } from "../../app/later";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { CellContent, cellClass } from "../../list/CellContent";
import { canEditField, useCellContext } from "../../list/ListContext";
import type { ShownRow } from "../../live/shown.model";
import { valueKey } from "../../live/unseen.model";
import { Hidden } from "../../ui/Hidden";
import { MenuOpener } from "../../ui/MenuOpener";
import styles from "./Patient.module.css";
import { isMergedAway, usePatientContext } from "./PatientContext";
import { HighlightTrace, TraceWords } from "./TraceWords";

const ValueMenu = later(() => import("./ValueMenu"));

interface ValueLineProps {
  readonly row: ShownRow;
  readonly field: Field;
  readonly index: number;
  readonly view: ValueView | undefined;
}

/** One value: what it is, since when and by whom, and what can be done with it. */
export function ValueLine({ row, field, index, view }: ValueLineProps) {
  const text = useText();
  const context = useCellContext();
  const { open, patient } = usePatientContext();
  const mark = row.marks.get(field.id);
  const highlight = patient.highlights.find((each) => each.field === field.id);
  const canEdit = canEditField(context, field) && !isMergedAway(patient);
  const edit = () => open(mark?.kind === "refused" ? { kind: "decide", command: mark.id } : { kind: "value", field });
  const marks = cellClass(row, field.id);
  // The mark of a change that I have not seen says who and when itself.
  const isTold = row.unseen.get(valueKey(field.id))?.changed.sequence === view?.changed?.sequence;
  return (
    <li className={marks === undefined ? styles.line : `${styles.line} ${marks}`}>
      <div className={styles.field}>
        <bdi>{literal(field.name)}</bdi>
        {field.locked && <span className={styles.locked}>{text("locked-to-owners")}</span>}
      </div>
      <div className={styles.value}>
        <CellContent row={row} field={field} index={index} />
        {highlight && <HighlightTrace highlight={highlight} />}
        {view?.changed && !isTold && <TraceWords trace={view.changed} />}
      </div>
      <div className={styles.lineActions}>
        {canEdit && (
          <Button size="small" onClick={edit}>
            {text(mark?.kind === "refused" ? "decide" : "edit")}
            <Hidden> {literal(field.name)}</Hidden>
          </Button>
        )}
        <MenuOpener size="small" label={text("more")} of={field.name}>
          {(target, close) => <ValueMenu target={target} row={row} field={field} view={view} close={close} />}
        </MenuOpener>
      </div>
    </li>
  );
}
