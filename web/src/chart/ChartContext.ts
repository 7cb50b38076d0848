import { createContext, use, useSyncExternalStore } from "react";
import type { Clock } from "./asOf.model";
import type { ChartView } from "./chart.types";

/** What all parts of a chart need to know. */
export interface ChartPageContext {
  readonly view: ChartView;
  /** What the team calls the record. */
  readonly recordName: string;
  /** The team's, in which times are. */
  readonly timeZone: string;
  /** The day there, `YYYY-MM-DD`. */
  readonly today: string;
}

export const ChartContext = createContext<ChartPageContext | null>(null);

export function useChartContext(): ChartPageContext {
  const context = use(ChartContext);
  if (!context) throw new Error("useChartContext outside of a chart");
  return context;
}

/** Ages are said in minutes: looking this often is exact enough. */
const TICK_MS = 10_000;

function eachTick(listener: () => void) {
  const timer = setInterval(listener, TICK_MS);
  return () => clearInterval(timer);
}

/** The time, which goes on by itself. */
export function useClock(timeZone: string): Clock {
  const nowMs = useSyncExternalStore(eachTick, () => Math.floor(Date.now() / TICK_MS) * TICK_MS);
  return { nowMs, timeZone };
}
