import { useCallback, useEffect, useRef, useState } from "react";
import { request } from "../api/client";
import { IDENTITY } from "./rowOrder.model";

interface ColumnWidths {
  readonly widths: Readonly<Record<string, number>>;
  /** Of the column that says who the patient is. */
  readonly identity?: number | null;
}

/** Widths are kept once a person stopped changing them. */
const PAUSE_MS = 1_000;

/** The widths that I gave a list's columns; the server keeps them for me, whichever device I use. */
export function useColumnWidths(team: string, list: string) {
  const path = `/api/teams/${team}/lists/${list}/widths`;
  const [widths, setWidths] = useState<ReadonlyMap<string, number>>(new Map());
  const current = useRef<ReadonlyMap<string, number>>(widths);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const abort = new AbortController();
    request<ColumnWidths>(path, { signal: abort.signal })
      .then((kept) => {
        const ofIdentity = kept.identity == null ? [] : [[IDENTITY, kept.identity] as const];
        current.current = new Map([...Object.entries(kept.widths), ...ofIdentity, ...current.current]);
        setWidths(current.current);
      })
      // Without them the columns have their usual widths.
      .catch(() => {});
    return () => abort.abort();
  }, [path]);

  const setWidth = useCallback(
    (column: string, width: number) => {
      const next = new Map(current.current).set(column, width);
      current.current = next;
      setWidths(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        // The identity is no field.
        const ofFields = Object.fromEntries([...next].filter(([id]) => id !== IDENTITY));
        const identity = next.get(IDENTITY);
        const body: ColumnWidths = { widths: ofFields, ...(identity === undefined ? {} : { identity }) };
        request<void>(path, { method: "PUT", body }).catch(() => {});
      }, PAUSE_MS);
    },
    [path],
  );
  return { widths, setWidth };
}
