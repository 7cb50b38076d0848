import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useTexts } from "../i18n/useText";
import { useMediaQuery } from "../ui/useMediaQuery";
import styles from "./Chart.module.css";
import { useChartContext } from "./ChartContext";
import { ChartSection } from "./ChartSection";
import { shortTimeWords } from "./chartTime.model";
import { Trends } from "./Trends";
import { trendsOf } from "./trend.model";
import { VitalCards, VitalTable } from "./VitalTable";
import { type VitalRow, type Vitals, vitalsOf } from "./vitals.model";

/** So many times are shown at first: as many as fit beside the rest. */
const FIRST_ROWS = 8;
const FIRST_CARDS = 3;

/** Words the time of a row; the record may know only the day, or nothing. */
function useRowTime(): (row: VitalRow) => string {
  const { text, language } = useTexts();
  const { today } = useChartContext();
  return ({ key }) => (key === "" ? text("vital-no-time") : shortTimeWords(key, today, language));
}

/** Every value at its time, newest first; on a phone as cards. */
function VitalValues({ vitals }: { readonly vitals: Vitals }) {
  const { text } = useTexts();
  const [isWhole, setWhole] = useState(false);
  const isPhone = useMediaQuery("(width < 600px)");
  const timeOf = useRowTime();
  const rows = isWhole ? vitals.rows : vitals.rows.slice(0, isPhone ? FIRST_CARDS : FIRST_ROWS);
  const more = vitals.rows.length - rows.length;
  const View = isPhone ? VitalCards : VitalTable;
  return (
    <div className={styles.values}>
      <h3 className={styles.title}>{text("vital-values")}</h3>
      <View vitals={{ ...vitals, rows }} of={vitals} timeOf={timeOf} />
      {more > 0 && (
        <Button className={styles.fit ?? ""} onClick={() => setWhole(true)}>
          {text("vital-show-all", { count: vitals.rows.length })}
        </Button>
      )}
    </div>
  );
}

function VitalSigns({ vitals }: { readonly vitals: Vitals }) {
  const texts = useTexts();
  const { timeZone } = useChartContext();
  const trends = useMemo(() => trendsOf(vitals, timeZone, texts), [vitals, timeZone, texts]);
  return (
    <>
      <VitalValues vitals={vitals} />
      {trends.length > 0 && <Trends trends={trends} />}
    </>
  );
}

/** The vital signs: as values, and how they went. */
export function VitalsSection() {
  const { view, timeZone } = useChartContext();
  const { vital_signs: part } = view;
  const vitals = useMemo(() => vitalsOf(part.items, timeZone), [part.items, timeZone]);
  return (
    <ChartSection name="vital_signs" part={part} isWide>
      {() => <VitalSigns vitals={vitals} />}
    </ChartSection>
  );
}
