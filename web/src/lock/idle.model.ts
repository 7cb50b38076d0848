/** How often at most the server is told that somebody does something. */
export const REPORT_EVERY_MS = 60_000;

const MINUTE_MS = 60_000;

/** Whether nobody did anything for as long as the policy allows. */
export function isIdle(lastActiveMs: number, nowMs: number, minutes: number): boolean {
  return nowMs - lastActiveMs >= minutes * MINUTE_MS;
}

/** In how many milliseconds the server is to be told of something that was done now: at once, or when the last report is old enough. */
export function reportInMs(lastReportMs: number | undefined, nowMs: number): number {
  return lastReportMs === undefined ? 0 : Math.max(0, lastReportMs + REPORT_EVERY_MS - nowMs);
}
