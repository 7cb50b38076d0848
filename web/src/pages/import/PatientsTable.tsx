import { Button, Subtitle2 } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import type { Field, Team, Value } from "../../api/types";
import { FIELD_UIS } from "../../fields";
import { useFieldContext } from "../../fields/fieldUi";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { PatientIdentity } from "../../patient/Identity";
import { STATUSES } from "../../patient/status";
import styles from "./Import.module.css";
import { rowKey } from "./rows.model";
import type { ImportPreview } from "./sheet.types";
import { type ShownColumn, shownColumns } from "./shownColumns.model";

/** So many rows are drawn at once: thousands would hold the page still. */
const AT_ONCE = 50;

interface PatientsTableProps {
  readonly preview: ImportPreview;
  readonly team: Team;
}

function Cell({ field, value }: { readonly field: Field; readonly value: Value }) {
  const text = useText();
  if (value === null) return <span className={styles.samples}>{text("not-recorded")}</span>;
  const { Show } = FIELD_UIS[field.type];
  return <Show field={field} value={value} />;
}

/** The patients as they would come into the list. */
export function PatientsTable({ preview, team }: PatientsTableProps) {
  const text = useText();
  const titleId = useId();
  const { today } = useFieldContext();
  const [shown, setShown] = useState(AT_ONCE);
  const columns = useMemo(() => shownColumns(preview, team.schema.fields), [preview, team.schema.fields]);
  const { rows } = preview;
  const hasStatus = preview.mapping.columns.some(({ to }) => to === "status");
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Subtitle2 as="h2" id={titleId}>
        {text("patients-in-sheet", { count: rows.length })}
      </Subtitle2>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={styles.scroll} aria-labelledby={titleId} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{text("row")}</th>
                <th scope="col">{text("patient")}</th>
                {hasStatus && <th scope="col">{text("patient-status")}</th>}
                {columns.map(({ key, field }: ShownColumn) => (
                  <th key={key} scope="col">
                    <bdi>{literal(field.name)}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row) => (
                <tr key={rowKey(row)}>
                  <td>{row.number}</td>
                  <th scope="row">
                    <PatientIdentity identity={row.row.identity} today={today} />
                  </th>
                  {hasStatus && <td>{text(STATUSES[row.row.status ?? "present"])}</td>}
                  {columns.map(({ key, field, valueIn }) => (
                    <td key={key}>
                      <Cell field={field} value={valueIn(row.row)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > shown && (
        <Button className={styles.fit ?? ""} onClick={() => setShown(shown + AT_ONCE)}>
          {text("show-more-rows", { count: Math.min(AT_ONCE, rows.length - shown) })}
        </Button>
      )}
    </section>
  );
}
