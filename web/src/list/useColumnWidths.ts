import { useCallback, useEffect, useRef, useState } from "react";
import { request } from "../api/client";
import { IDENTITY } from "./rowOrder.model";

interface ColumnWidths {
  readonly widths: Readonly<Record<string, number>>;
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
        current.current = new Map([...Object.entries(kept.widths), ...current.current]);
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
        // The identity is no field; its width lasts as long as the page.
        const ofFields = Object.fromEntries([...next].filter(([id]) => id !== IDENTITY));
        request<void>(path, { method: "PUT", body: { widths: ofFields } }).catch(() => {});
      }, PAUSE_MS);
    },
    [path],
  );
  return { widths, setWidth };
}
