import { useTexts } from "../../i18n/useText";
import { clinicalInstant } from "../../patient/clinicalDate.model";

/** Words an instant in the reader's own time: what is one's own is of no team, whose time zone it could be in. */
export function useHere(): (instant: string) => string {
  const { language } = useTexts();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (instant) => clinicalInstant(instant, timeZone, language);
}
