import { useCallback, useEffect, useState } from "react";
import { sessionEnded } from "../app/session";
import { request } from "./client";
import { asProblem } from "./problem";
import type { Loaded } from "./useRequest";

/** Asks the server for something that the page itself changes; what is shown stays until the new answer is there. */
export function useReloadable<T>(path: string): { readonly loaded: Loaded<T>; readonly reload: () => Promise<void> } {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  const reload = useCallback(async () => {
    const retry = () => void reload();
    try {
      setLoaded({ state: "loaded", value: await request<T>(path) });
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status === 401) sessionEnded();
      setLoaded((former) =>
        former.state === "loaded" && problem.isTransient ? former : { state: "failed", problem, retry },
      );
    }
  }, [path]);
  useEffect(() => void reload(), [reload]);
  return { loaded, reload };
}
