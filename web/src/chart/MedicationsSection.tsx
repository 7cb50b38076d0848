import { useTexts } from "../i18n/useText";
import styles from "./Chart.module.css";
import { useChartContext } from "./ChartContext";
import { ChartSection } from "./ChartSection";
import type { Medication } from "./chart.types";
import { codesWords } from "./codes.model";
import { partMedications } from "./current.model";
import { Earlier, Fact, Items, TimeFact, Words, WordsFact } from "./facts";

function MedicationItem({ medication }: { readonly medication: Medication }) {
  const texts = useTexts();
  const { what, dosage, prescriber, written, end, status, intent } = medication;
  return (
    <>
      <strong>
        <Words>{what.text}</Words>
      </strong>
      <dl className={styles.facts}>
        <WordsFact label="chart-dosage" words={dosage} />
        <Fact label="chart-status">{codesWords([status, intent], texts)}</Fact>
        <Fact label="chart-prescriber">{prescriber != null && <Words>{prescriber}</Words>}</Fact>
        <TimeFact label="chart-written" time={written} />
        <TimeFact label="chart-end" time={end} />
      </dl>
    </>
  );
}

/** The medications of the record: those of today, and below them those that were stopped. */
export function MedicationsSection() {
  const { medications } = useChartContext().view;
  const item = (medication: Medication) => <MedicationItem medication={medication} />;
  return (
    <ChartSection name="medications" part={medications}>
      {(items) => {
        const { now, earlier } = partMedications(items);
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
