import { useCallback, useSyncExternalStore } from "react";
import type { ShownRow } from "../live/shown.model";
import { useCellContext } from "./ListContext";

/** A patient's row as it is shown now. */
export function useRow(patient: string): ShownRow | undefined {
  const { store } = useCellContext();
  return useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribe(patient, listener), [store, patient]),
    () => store.find(patient),
  );
}
