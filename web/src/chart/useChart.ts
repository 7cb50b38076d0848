import { useCallback, useEffect, useRef, useState } from "react";
import { request } from "../api/client";
import { asProblem, type Problem } from "../api/problem";
import { sessionEnded } from "../app/session";
import { useRefresh } from "../app/useRefresh";
import type { ChartView } from "./chart.types";

export interface ChartState {
  /** The newest chart that came; it stays where a later one does not. */
  readonly view: ChartView | undefined;
  /** Why the last look had no answer. */
  readonly problem: Problem | undefined;
}

/** The server asks the record within its own limits; a chart may take longer than other answers. */
const TIMEOUT_MS = 30_000;
/** Just over the minute for which the server takes a chart for fresh, so that each look has it ask the record. */
const EVERY_MS = 61_000;

/**
 * A patient's chart: read now, once a minute while it is looked at, and when one comes back to it. `link` names whose chart it is, and `revision` grows when what is
 * calculated from it changes.
 */
export function useChart(
  path: string,
  link: string,
  revision: number,
): ChartState & { readonly read: () => Promise<void> } {
  const key = `${path} ${link}`;
  const [state, setState] = useState<ChartState & { readonly of: string }>({
    of: key,
    view: undefined,
    problem: undefined,
  });
  const newest = useRef(0);
  const read = useCallback(async () => {
    newest.current += 1;
    const look = newest.current;
    try {
      const view = await request<ChartView>(path, { timeoutMs: TIMEOUT_MS });
      // A later look, perhaps at another link, has been made since: its answer counts.
      if (look === newest.current) setState({ of: key, view, problem: undefined });
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status === 401) sessionEnded();
      if (look !== newest.current) return;
      // What is no longer for this reader, or no longer this patient's, does not stay in view.
      setState((former) => ({
        of: key,
        view: problem.isTransient && former.of === key ? former.view : undefined,
        problem,
      }));
    }
  }, [path, key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is what reads again
  useEffect(() => void read(), [read, revision]);
  useRefresh(read, EVERY_MS);
  return state.of === key ? { ...state, read } : { view: undefined, problem: undefined, read };
}
