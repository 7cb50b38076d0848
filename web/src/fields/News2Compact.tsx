import type { News2 } from "../chart/chart.types";
import { Icon, type IconName } from "../ui/Icon";
import type { ChartWords } from "./chart.model";
import styles from "./chart.module.css";
import { type News2Words, news2Words } from "./news2.model";

const ICONS: Record<News2Words["style"], IconName | undefined> = {
  high: "warning",
  medium: "medium",
  low_medium: "medium",
  low: "low",
  none: undefined,
};

/** A score in a cell: total, what it means, what stands out, and how old it is; in words and a symbol, never by colour alone. */
export function News2Compact({ score, words }: { readonly score: News2; readonly words: ChartWords }) {
  const { total, meaning, style, single, isStale, oldest, notes } = news2Words(score, words);
  const icon = ICONS[style];
  return (
    <>
      <span className={styles.score} data-risk={style}>
        {icon && <Icon name={icon} />} <strong>{total}</strong>
        {meaning !== undefined && `, ${meaning}`}
      </span>
      {single !== undefined && <span className={styles.single}>{single}</span>}
      {isStale && (
        <strong className={styles.stale}>
          <Icon name="warning" /> {words.texts.text("news2-stale")}
        </strong>
      )}
      <span className={styles.quiet}>{[oldest, ...notes].filter((part) => part !== undefined).join(" · ")}</span>
    </>
  );
}
