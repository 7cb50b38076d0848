import { use } from "react";
import { useIsByNow } from "../app/clock";
import type { News2 } from "../chart/chart.types";
import { Icon, type IconName } from "../ui/Icon";
import type { ChartWords } from "./chart.model";
import styles from "./chart.module.css";
import { FieldContextReact } from "./fieldUi";
import { isStaleBy, type News2Words, news2Words } from "./news2.model";

const ICONS: Record<News2Words["style"], IconName | undefined> = {
  high: "warning",
  medium: "medium",
  low_medium: "medium",
  low: "low",
  none: undefined,
};

interface News2CompactProps {
  readonly score: News2;
  readonly words: ChartWords;
}

/** A score in a cell: total, what it means, what stands out, and how old it is; in words and a symbol, never by colour alone. */
export function News2Compact({ score, words }: News2CompactProps) {
  const { total, meaning, style, single, oldest, notes } = news2Words(score, words);
  const staleAfterHours = use(FieldContextReact)?.staleAfterHours;
  const isStale = useIsByNow((nowMs) => isStaleBy(score, staleAfterHours, nowMs));
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
