import { useMemo } from "react";
import type { Problem } from "../api/problem";
import { AllergiesSection } from "./AllergiesSection";
import styles from "./Chart.module.css";
import { ChartContext } from "./ChartContext";
import { ChartIssues, ChartProblem } from "./ChartNotes";
import { ConditionsSection } from "./ConditionsSection";
import type { ChartView } from "./chart.types";
import { MedicationsSection } from "./MedicationsSection";
import { News2Section, type ScaleChoice } from "./News2Section";
import { CoverageSection, PersonSection, PlaceSection } from "./PersonSections";
import { VitalsSection } from "./VitalsSection";

interface ChartProps {
  readonly view: ChartView;
  /** Why the last look had no answer from our own server; what is shown stays. */
  readonly unanswered: Problem | undefined;
  readonly recordName: string;
  readonly timeZone: string;
  /** The day in the team's time zone. */
  readonly today: string;
  readonly scale: ScaleChoice;
}

/** What the hospital's record says of a patient: read, never edited here, and never mixed with what the team keeps. */
export function Chart({ view, unanswered, recordName, timeZone, today, scale }: ChartProps) {
  const context = useMemo(() => ({ view, recordName, timeZone, today }), [view, recordName, timeZone, today]);
  return (
    <ChartContext value={context}>
      <div className={styles.chart}>
        <ChartProblem unanswered={unanswered} />
        <ChartIssues />
        <div className={styles.sections}>
          <div className={styles.column}>
            <News2Section scale={scale} />
            <AllergiesSection />
            <PlaceSection />
          </div>
          <div className={styles.column}>
            <ConditionsSection />
            <MedicationsSection />
          </div>
          <VitalsSection />
          <PersonSection />
          <CoverageSection />
        </div>
      </div>
    </ChartContext>
  );
}
