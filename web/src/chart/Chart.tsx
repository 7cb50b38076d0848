import { useEffect, useMemo, useRef } from "react";
import type { Problem } from "../api/problem";
import { useTexts } from "../i18n/useText";
import { announce } from "../ui/announcer";
import { AllergiesSection } from "./AllergiesSection";
import { asOfWords } from "./asOf.model";
import styles from "./Chart.module.css";
import { ChartContext } from "./ChartContext";
import { ChartIssues, ChartProblem, DeceasedNote, MissingParts } from "./ChartNotes";
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
  /** Looks again. */
  readonly retry: () => void;
  readonly recordName: string;
  readonly timeZone: string;
  /** The day in the team's time zone. */
  readonly today: string;
  readonly scale: ScaleChoice;
}

/** Says aloud that the chart has come, and of when it is; the focus stays where it was. */
function useChartSpoken(asOf: string, timeZone: string) {
  const texts = useTexts();
  const isSpoken = useRef(false);
  useEffect(() => {
    if (isSpoken.current) return;
    isSpoken.current = true;
    announce(`${texts.text("patient-part-chart")}: ${asOfWords(asOf, { nowMs: Date.now(), timeZone }, texts)}`);
  }, [asOf, timeZone, texts]);
}

/** What the hospital's record says of a patient: read, never edited here, and never mixed with what the team keeps. */
export function Chart({ view, unanswered, retry, recordName, timeZone, today, scale }: ChartProps) {
  useChartSpoken(view.as_of, timeZone);
  const context = useMemo(() => ({ view, recordName, timeZone, today }), [view, recordName, timeZone, today]);
  return (
    <ChartContext value={context}>
      <div className={styles.chart}>
        <ChartProblem unanswered={unanswered} retry={retry} />
        <DeceasedNote />
        <MissingParts />
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
