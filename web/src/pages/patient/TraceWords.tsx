import type { HighlightMark, Trace } from "../../api/types";
import { authorName } from "../../i18n/people";
import { useTexts } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { clinicalInstant } from "../../patient/clinicalDate.model";
import styles from "./Patient.module.css";

/** Who and when, in words that stand alone. */
export function useTraceWords(): (trace: Trace) => { readonly who: string; readonly when: string } {
  const { text, language } = useTexts();
  const { fieldContext, timeZone } = useCellContext();
  return ({ by, at }) => ({
    who: authorName(by, fieldContext.names, { text }),
    when: clinicalInstant(at, timeZone, language),
  });
}

/** Who put the highlight there, and since when it is. */
export function HighlightTrace({ highlight }: { readonly highlight: HighlightMark }) {
  const { text } = useTexts();
  const words = useTraceWords();
  return <span className={styles.trace}>{text("highlighted-by", words(highlight))}</span>;
}

/** Who changed something last, and when. */
export function TraceWords({ trace }: { readonly trace: Trace }) {
  const { text } = useTexts();
  const words = useTraceWords();
  return <span className={styles.trace}>{text("by-at", words(trace))}</span>;
}
