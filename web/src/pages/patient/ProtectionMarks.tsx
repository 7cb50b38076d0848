import { useEffect } from "react";
import { useNow } from "../../app/clock";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { Icon } from "../../ui/Icon";
import { usePatientContext } from "./PatientContext";
import styles from "./Protection.module.css";
import { TraceWords } from "./TraceWords";

const MINUTE_MS = 60_000;

/** For how long the reader sees a patient whom they opened with a reason; then nothing of her stays. */
function Opened({ until }: { readonly until: string }) {
  const text = useText();
  const { mask } = usePatientContext();
  // The minutes that are left are counted again each minute.
  useNow(useCellContext().timeZone);
  const endMs = Date.parse(until);
  const minutes = Math.max(1, Math.ceil((endMs - Date.now()) / MINUTE_MS));
  useEffect(() => {
    const timer = setTimeout(mask, Math.max(0, endMs - Date.now()));
    return () => clearTimeout(timer);
  }, [endMs, mask]);
  return <span className={styles.opened}>{text("opened-for", { minutes })}</span>;
}

/** That a patient is protected, why, and for how long the reader sees her all the same. */
export function ProtectionMarks() {
  const text = useText();
  const { patient } = usePatientContext();
  const { sensitive, opened_until: until } = patient;
  if (!sensitive) return null;
  return (
    <div className={styles.marks}>
      <span className={styles.sensitive}>
        <Icon name="locked" /> {text("protected-because", { reason: sensitive.reason })}
      </span>
      <TraceWords trace={sensitive} />
      {until != null && <Opened until={until} />}
    </div>
  );
}
