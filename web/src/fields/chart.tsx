import type { Value } from "../api/types";
import type { PartStatus } from "../chart/chart.types";
import { useTexts } from "../i18n/useText";
import { placeComparer } from "../patient/placeOrder.model";
import { Icon } from "../ui/Icon";
import { type ChartItem, chartOf, groupsOf, itemLine, itemsOf, mayBeMore } from "./chart.model";
import styles from "./chart.module.css";
import { type FieldUi, type ShowProps, unreadable, useFieldContext } from "./fieldUi";
import { News2Compact } from "./News2Compact";
import { isStaleBy, news2Line, pointsOf } from "./news2.model";

const STATUS_TEXTS = {
  none: "chart-status-none",
  not_supported: "chart-status-not-supported",
  not_permitted: "chart-status-not-permitted",
  failed: "chart-status-failed",
} as const;

/** That a part says nothing, and why: four things that are not alike. */
export function PartStatusWords({ status }: { readonly status: Exclude<PartStatus, "ok"> }) {
  const { text } = useTexts();
  return (
    <span className={styles.status} data-status={status}>
      {status === "failed" && <Icon name="warning" />}
      {status === "not_permitted" && <Icon name="locked" />} {text(STATUS_TEXTS[status])}
    </span>
  );
}

function Item({ what, value, marks, details, when, isImportant }: ChartItem) {
  return (
    <li>
      {isImportant && (
        <>
          <Icon name="warning" />{" "}
        </>
      )}
      <bdi>{what}</bdi>
      {value !== undefined && (
        <>
          {" "}
          <strong>{value}</strong>
        </>
      )}
      {marks.length > 0 && <strong> ({marks.join(", ")})</strong>}
      {details.length > 0 && <span className={styles.details}> {details.join(", ")}</span>}
      {when !== undefined && <span className={styles.when}> {when}</span>}
    </li>
  );
}

function Items({ items }: { readonly items: readonly ChartItem[] }) {
  return (
    <ul className={styles.items}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the record's items have no id that all have
        <Item key={index} {...item} />
      ))}
    </ul>
  );
}

/** Sets of vital signs, each under its time. */
function Sets({ items }: { readonly items: readonly ChartItem[] }) {
  return groupsOf(items).map(({ when, items: ofGroup }) => (
    <div key={`${when} ${ofGroup[0]?.what}`} className={styles.set}>
      {when !== undefined && <span className={styles.quiet}>{when}</span>}
      <Items items={ofGroup.map(({ when: _, ...item }) => item)} />
    </div>
  ));
}

function ShowChart({ value }: ShowProps) {
  const { texts, timeZone, today } = useFieldContext();
  const words = { texts, timeZone, today };
  const chart = chartOf(value);
  if (!chart) return null;
  if (chart.source === "news2") {
    if (chart.score) return <News2Compact score={chart.score} words={words} />;
    return <span className={styles.status}>{texts.text("news2-no-score")}</span>;
  }
  if (chart.status !== "ok") return <PartStatusWords status={chart.status} />;
  const items = itemsOf(chart, words);
  return (
    <>
      {chart.source === "vital_signs" ? <Sets items={items} /> : <Items items={items} />}
      {mayBeMore(chart) && <span className={styles.quiet}>{texts.text("chart-more")}</span>}
    </>
  );
}

/** It has no editor: the grid and the patient's page open none for what comes from the record. */
const NoEditor = () => null;

const comparePlaces = placeComparer("en");

/** The words that the order goes by. */
function firstWords(value: Value): string {
  const chart = chartOf(value);
  const first = chart && chart.source !== "news2" ? chart.items[0] : undefined;
  if (!first) return "";
  return "what" in first ? first.what.text : (first.place ?? "");
}

/** What the hospital's record says: read only. */
export const chart: FieldUi = {
  Show: ShowChart,
  Edit: NoEditor,
  draftOf: (value) => value,
  valueOf: () => unreadable("error-from-record"),
  textOf(value, _, { texts, timeZone, staleAfterHours }) {
    const shown = chartOf(value);
    if (!shown) return "";
    const words = { texts, timeZone, today: undefined };
    if (shown.source === "news2") {
      if (!shown.score) return texts.text("news2-no-score");
      return news2Line(shown.score, isStaleBy(shown.score, staleAfterHours, Date.now()), words);
    }
    if (shown.status !== "ok") return texts.text(STATUS_TEXTS[shown.status]);
    return itemsOf(shown, words).map(itemLine).join("; ");
  },
  fromText: () => unreadable("error-from-record"),
  compare(a, b) {
    const [x, y] = [chartOf(a), chartOf(b)];
    if (x?.source === "news2" && y?.source === "news2") return (pointsOf(x.score) ?? 0) - (pointsOf(y.score) ?? 0);
    return comparePlaces(firstWords(a), firstWords(b));
  },
  hasOrder(value) {
    const shown = chartOf(value);
    return shown?.source === "news2" ? pointsOf(shown.score) !== undefined : firstWords(value) !== "";
  },
};
