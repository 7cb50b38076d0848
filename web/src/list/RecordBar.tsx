import type { RecordState } from "../api/types";
import { useStore } from "../app/store";
import type { Texts } from "../i18n/bundle";
import { useTexts } from "../i18n/useText";
import { clinicalDateTime, localDateTime } from "../patient/clinicalDate.model";
import { Icon } from "../ui/Icon";
import { useListContext } from "./ListContext";
import styles from "./RecordBar.module.css";
import { recordTrouble } from "./recordTrouble.model";

/** `10:42` where that is today, else with the day. */
function timeWords(asOf: string, timeZone: string, today: string, { language }: Texts): string {
  const local = localDateTime(new Date(asOf), timeZone);
  return local.startsWith(today) ? local.slice(-5) : clinicalDateTime(local, language);
}

/** When the columns were read, or why they were not. */
function stateWords(state: RecordState, { text }: Texts, timeOf: (asOf: string) => string): string {
  if (!state.connected) return text("record-not-connected");
  if (state.as_of != null) return text("record-as-of", { time: timeOf(state.as_of) });
  return text(state.reading ? "record-reading" : "record-not-read");
}

/** Above a list with columns of the record: when they were read, and what is wrong if something is. */
export function RecordBar() {
  const texts = useTexts();
  const { store, fields, fieldContext, timeZone } = useListContext();
  const state = useStore(store.record);
  if (!fields.some(({ type }) => type === "chart") || !state) return null;
  const trouble = recordTrouble(state, texts);
  return (
    <div className={styles.bar}>
      <span className={styles.asOf}>
        {stateWords(state, texts, (asOf) => timeWords(asOf, timeZone, fieldContext.today, texts))}
      </span>
      {/* It stands empty before it says something, so that what appears in it is read out; the time, which changes often, is not. */}
      <span role="status" className={styles.trouble}>
        {trouble !== undefined && (
          <>
            <Icon name="warning" /> {trouble}
          </>
        )}
      </span>
    </div>
  );
}
