import type { ReactNode } from "react";
import type { TextId } from "../generated/textIds";
import { literal } from "../i18n/literal";
import { useText, useTexts } from "../i18n/useText";
import styles from "./Chart.module.css";
import { useChartContext } from "./ChartContext";
import { chartTimeWords } from "./chartTime.model";

/** Words of the record: as plain text, whatever they hold. */
export function Words({ children }: { readonly children: string }) {
  return <bdi>{literal(children)}</bdi>;
}

/** A time of the record, as exact as it was. */
export function Time({ time }: { readonly time: string }) {
  const { language } = useTexts();
  const { timeZone } = useChartContext();
  return <span className={styles.unbroken}>{chartTimeWords(time, timeZone, language)}</span>;
}

/** One thing that is said of an item; nothing is there where the record says nothing. */
export function Fact({ label, children }: { readonly label: TextId; readonly children: ReactNode }) {
  const text = useText();
  if (children === undefined || children === null || children === false || children === "") return null;
  return (
    <div className={styles.fact}>
      <dt>{text(label)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A time as a fact, where the record has it. */
export function TimeFact({ label, time }: { readonly label: TextId; readonly time: string | null | undefined }) {
  return <Fact label={label}>{time != null && <Time time={time} />}</Fact>;
}

interface WordsFactProps {
  readonly label: TextId;
  readonly words: readonly string[] | undefined;
  /** Says so where the record has none. */
  readonly isAlwaysSaid?: boolean;
}

/** Several words of the record, one below the other, as a fact. */
export function WordsFact({ label, words = [], isAlwaysSaid }: WordsFactProps) {
  const text = useText();
  if (words.length === 0)
    return isAlwaysSaid ? (
      <Fact label={label}>
        <em>{text("not-recorded")}</em>
      </Fact>
    ) : null;
  return (
    <Fact label={label}>
      {words.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the record may say the same twice, and the list is never changed in place
        <span key={index} className={styles.line}>
          <Words>{each}</Words>
        </span>
      ))}
    </Fact>
  );
}

interface ItemsProps<Item> {
  readonly items: readonly Item[];
  readonly children: (item: Item) => ReactNode;
}

/** The items of a part: the record gives most of them no id, and a new chart replaces all. */
export function Items<Item>({ items, children }: ItemsProps<Item>) {
  return (
    <ul className={styles.items}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items without ids, replaced as a whole
        <li key={index} className={styles.item}>
          {children(item)}
        </li>
      ))}
    </ul>
  );
}

/** What was and is no more: there, but not in the way. */
export function Earlier<Item>({ items, children }: ItemsProps<Item>) {
  const text = useText();
  if (items.length === 0) return null;
  return (
    <details className={styles.earlier}>
      <summary>{text("chart-earlier", { count: items.length })}</summary>
      <Items items={items}>{children}</Items>
    </details>
  );
}
