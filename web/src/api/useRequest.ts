import { useCallback, useEffect, useState } from "react";
import { sessionEnded } from "../app/session";
import { request } from "./client";
import { asProblem, type Problem } from "./problem";

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "loaded"; readonly value: T }
  | { readonly state: "failed"; readonly problem: Problem; readonly retry: () => void };

/** Asks the server for something that a page shows as it was when it was opened. What must stay true is `live`. */
export function useRequest<T>(path: string): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what asks again
  useEffect(() => {
    const abort = new AbortController();
    setLoaded({ state: "loading" });
    request<T>(path, { signal: abort.signal })
      .then((value) => setLoaded({ state: "loaded", value }))
      .catch((thrown: unknown) => {
        if (abort.signal.aborted) return;
        const problem = asProblem(thrown);
        if (problem.status === 401) sessionEnded();
        setLoaded({ state: "failed", problem, retry });
      });
    return () => abort.abort();
  }, [path, attempt, retry]);
  return loaded;
}
