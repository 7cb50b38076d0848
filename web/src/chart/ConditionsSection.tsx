import { useText, useTexts } from "../i18n/useText";
import styles from "./Chart.module.css";
import { useChartContext } from "./ChartContext";
import { ChartSection } from "./ChartSection";
import type { Condition } from "./chart.types";
import { codesWords, codeWords } from "./codes.model";
import { isRefuted, partConditions } from "./current.model";
import { Earlier, Fact, Items, TimeFact, Words } from "./facts";

function ConditionItem({ condition }: { readonly condition: Condition }) {
  const texts = useTexts();
  const text = useText();
  const { what, severity, onset, abated, recorded } = condition;
  const verification = isRefuted(condition) ? undefined : condition.verification_status;
  return (
    <>
      {isRefuted(condition) ? (
        <span>
          <s>
            <Words>{what.text}</Words>
          </s>{" "}
          <strong>{text("refuted")}</strong>
        </span>
      ) : (
        <strong>
          <Words>{what.text}</Words>
        </strong>
      )}
      <dl className={styles.facts}>
        <Fact label="chart-severity">{severity != null && codeWords(severity, texts)}</Fact>
        <Fact label="chart-status">{codesWords([condition.clinical_status, verification], texts)}</Fact>
        <TimeFact label="chart-onset" time={onset} />
        <TimeFact label="chart-abated" time={abated} />
        <TimeFact label="chart-recorded-on" time={recorded} />
      </dl>
    </>
  );
}

/** The problems of the record: those of today, and below them those of before. */
export function ConditionsSection() {
  const { conditions } = useChartContext().view;
  const item = (condition: Condition) => <ConditionItem condition={condition} />;
  return (
    <ChartSection name="conditions" part={conditions}>
      {(items) => {
        const { now, earlier } = partConditions(items);
        return (
          <>
            <Items items={now}>{item}</Items>
            <Earlier items={earlier}>{item}</Earlier>
          </>
        );
      }}
    </ChartSection>
  );
}
