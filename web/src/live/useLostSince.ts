import { useEffect, useState } from "react";
import { useStore } from "../app/store";
import type { Connection } from "./connection";

/** A connection that comes back within this is not worth a word. */
const PATIENCE_MS = 2_000;

/** When the connection was lost (milliseconds of the epoch), once it is gone for longer than a moment. */
export function useLostSince(connection: Connection): number | undefined {
  const state = useStore(connection.state);
  const since = "since" in state ? state.since : undefined;
  const [isPatient, setPatient] = useState(true);
  useEffect(() => {
    setPatient(true);
    if (since === undefined) return;
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [since]);
  return isPatient ? undefined : since;
}
