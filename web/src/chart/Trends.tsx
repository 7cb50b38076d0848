import { useTexts } from "../i18n/useText";
import styles from "./Chart.module.css";
import { TrendPlot } from "./TrendPlot";
import type { Trend } from "./trend.model";

/** How the signs went, a small plot each. */
export function Trends({ trends }: { readonly trends: readonly Trend[] }) {
  const { text } = useTexts();
  return (
    <div className={styles.values}>
      <h3 className={styles.title}>{text("vital-trends")}</h3>
      <p className={styles.quiet}>{text("trend-how")}</p>
      <ul className={styles.trends}>
        {trends.map((trend) => (
          <li key={trend.sign.id}>
            <TrendPlot trend={trend} />
          </li>
        ))}
      </ul>
    </div>
  );
}
