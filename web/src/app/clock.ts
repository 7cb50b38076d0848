import { useSyncExternalStore } from "react";
import { localDateTime } from "../patient/clinicalDate.model";

function eachMinute(listener: () => void) {
  const timer = setInterval(listener, 60_000);
  return () => clearInterval(timer);
}

/** The minute in a time zone as `YYYY-MM-DDTHH:mm`; it goes on by itself. */
export function useNow(timeZone: string): string {
  return useSyncExternalStore(eachMinute, () => localDateTime(new Date(), timeZone));
}

/** Whether something is so by now, looked at again each minute. */
export function useIsByNow(isSo: (nowMs: number) => boolean): boolean {
  return useSyncExternalStore(eachMinute, () => isSo(Date.now()));
}

/** The day in a time zone as `YYYY-MM-DD`; a page that stands open over midnight says the right ages. */
export function useToday(timeZone: string): string {
  return useSyncExternalStore(eachMinute, () => localDateTime(new Date(), timeZone).slice(0, 10));
}
