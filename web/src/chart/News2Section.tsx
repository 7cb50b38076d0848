import { Button, Subtitle2 } from "@fluentui/react-components";
import { useId } from "react";
import type { Trace } from "../api/types";
import { News2Compact } from "../fields/News2Compact";
import { useText, useTexts } from "../i18n/useText";
import { clinicalInstant } from "../patient/clinicalDate.model";
import { Icon } from "../ui/Icon";
import styles from "./Chart.module.css";
import { useChartContext } from "./ChartContext";
import { Source } from "./ChartSection";
import type { News2, News2Component, News2Score } from "./chart.types";
import { chartTimeWords } from "./chartTime.model";
import { measuredWords } from "./measured.model";
import scoreStyles from "./News2.module.css";
import { missingWords, pointsOf } from "./news2.model";

/** The scale of SpO₂, who chose it, and how it is changed. */
export interface ScaleChoice {
  /** Who chose scale 2 for the patient, and when; undefined for scale 1. */
  readonly chosen: Trace | undefined;
  readonly nameOf: (user: string) => string;
  /** Asks for the other scale; undefined for who may not. */
  readonly change: (() => void) | undefined;
}

function Value({ component }: { readonly component: News2Component }) {
  const texts = useTexts();
  const { timeZone } = useChartContext();
  const { outcome } = component;
  return (
    <>
      {outcome.written != null && <bdi>{measuredWords(outcome.written, texts.language)}</bdi>}
      {outcome.type === "missing" && (
        <span className={styles.line}>
          <Icon name="warning" /> {missingWords(outcome.why, texts)}
        </span>
      )}
      {outcome.at != null && (
        <span className={styles.quiet}>{chartTimeWords(outcome.at, timeZone, texts.language)}</span>
      )}
    </>
  );
}

function ComponentRow({ component }: { readonly component: News2Component }) {
  const text = useText();
  const points = pointsOf(component);
  return (
    <tr data-points={points}>
      <th scope="row" className={scoreStyles.parameter}>
        {text(`news2-parameter-${component.parameter}`)}
      </th>
      <td>
        <Value component={component} />
      </td>
      <td className={scoreStyles.points}>
        {points === 3 && <Icon name="important" />} {points ?? text("score-no-points")}
      </td>
    </tr>
  );
}

function Components({ score }: { readonly score: News2Score }) {
  const text = useText();
  return (
    <table className={scoreStyles.components}>
      <caption>{text("score-components")}</caption>
      <thead>
        <tr>
          <th scope="col">{text("score-parameter")}</th>
          <th scope="col">{text("score-value")}</th>
          <th scope="col">{text("score-points")}</th>
        </tr>
      </thead>
      <tbody>
        {score.components.map((component) => (
          <ComponentRow key={component.parameter} component={component} />
        ))}
      </tbody>
    </table>
  );
}

/** Who chose the scale by which the score was made; without a score, the patient's. */
function chosenOf(news2: News2, { chosen }: ScaleChoice): Pick<Trace, "by" | "at"> | undefined {
  if (news2.type !== "scored") return chosen;
  return news2.scale.type === "scale_2" ? news2.scale : undefined;
}

function Scale({ news2, scale }: { readonly news2: News2; readonly scale: ScaleChoice }) {
  const { text, language } = useTexts();
  const { timeZone } = useChartContext();
  const { chosen, nameOf, change } = scale;
  const used = chosenOf(news2, scale);
  const words = used
    ? text("spo2-scale-2-by", { who: nameOf(used.by), when: clinicalInstant(used.at, timeZone, language) })
    : text("spo2-scale-1");
  return (
    <div className={scoreStyles.scale}>
      <span>{words}</span>
      {change && (
        <Button size="small" onClick={change}>
          {text(chosen ? "spo2-use-scale-1" : "spo2-use-scale-2")}
        </Button>
      )}
    </div>
  );
}

/** NEWS2 with its seven components, calculated here from the record's vital signs. */
export function News2Section({ scale }: { readonly scale: ScaleChoice }) {
  const texts = useTexts();
  const { text } = texts;
  const titleId = useId();
  const { view, timeZone, today } = useChartContext();
  const { news2 } = view;
  if (news2 == null) return null;
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <header className={styles.sectionHeader}>
        <Subtitle2 as="h2" id={titleId}>
          {text("news2")}
        </Subtitle2>
        <Source />
      </header>
      <div className={scoreStyles.score}>
        <News2Compact score={news2} words={{ texts, timeZone, today }} />
      </div>
      {news2.type === "scored" && <Components score={news2} />}
      <Scale news2={news2} scale={scale} />
    </section>
  );
}
