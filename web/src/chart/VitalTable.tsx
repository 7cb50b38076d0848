import { useText, useTexts } from "../i18n/useText";
import { Hidden } from "../ui/Hidden";
import styles from "./Chart.module.css";
import { readingWords, unitOfSign } from "./reading.model";
import { signWords } from "./trend.model";
import type { Reading, Sign, VitalRow, Vitals } from "./vitals.model";

interface VitalViewProps {
  /** What is shown. */
  readonly vitals: Vitals;
  /** All there is: a sign's unit is that of all its values. */
  readonly of: Vitals;
  readonly timeOf: (row: VitalRow) => string;
}

interface ReadingsProps {
  readonly readings: readonly Reading[];
  readonly unit: string | undefined;
}

function Readings({ readings, unit }: ReadingsProps) {
  const texts = useTexts();
  return readings.map((reading, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two values of one minute have no ids
    <span key={index} className={styles.line} data-status={reading.status}>
      <bdi>{readingWords(reading, unit, texts)}</bdi>
    </span>
  ));
}

function SignHeader({ sign, unit }: { readonly sign: Sign; readonly unit: string | undefined }) {
  const texts = useTexts();
  return (
    <th scope="col">
      <bdi>{signWords(sign, texts)}</bdi>
      {unit !== undefined && <span className={styles.quiet}>{unit}</span>}
    </th>
  );
}

/** A table: a row a time, a column a sign. What was not measured then is said, and not left blank. */
export function VitalTable({ vitals: { signs, rows }, of, timeOf }: VitalViewProps) {
  const text = useText();
  const units = new Map(signs.map(({ id }) => [id, unitOfSign(of, id)]));
  return (
    // Wider than its place where there are many signs: the keyboard scrolls what has the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={styles.scroller} tabIndex={0} aria-label={text("vital-values")}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text("vital-time")}</th>
            {signs.map((sign) => (
              <SignHeader key={sign.id} sign={sign} unit={units.get(sign.id)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{timeOf(row)}</th>
              {signs.map(({ id }) => (
                <td key={id}>
                  {row.cells.has(id) ? (
                    <Readings readings={row.cells.get(id) ?? []} unit={units.get(id)} />
                  ) : (
                    <>
                      <span aria-hidden="true">–</span>
                      <Hidden>{text("vital-not-measured")}</Hidden>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Card({ row, of, timeOf }: Omit<VitalViewProps, "vitals"> & { readonly row: VitalRow }) {
  const texts = useTexts();
  return (
    <li className={styles.item}>
      <h4 className={styles.title}>{timeOf(row)}</h4>
      <dl className={styles.pairs}>
        {of.signs
          .filter(({ id }) => row.cells.has(id))
          .map((sign) => (
            <div key={sign.id} className={styles.pair}>
              <dt>
                <bdi>{signWords(sign, texts)}</bdi>
              </dt>
              <dd>
                <Readings readings={row.cells.get(sign.id) ?? []} unit={undefined} />
              </dd>
            </div>
          ))}
      </dl>
    </li>
  );
}

/** The same on a phone: a card a time. */
export function VitalCards({ vitals, of, timeOf }: VitalViewProps) {
  return (
    <ul className={styles.items}>
      {vitals.rows.map((row) => (
        <Card key={row.key} row={row} of={of} timeOf={timeOf} />
      ))}
    </ul>
  );
}
