import { useCallback, useState } from "react";

/** Widths by column, as this device keeps them for a list: ids and numbers, nothing of a patient. */
const key = (list: string) => `patients.widths.${list}`;

function readWidths(list: string): ReadonlyMap<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(list)) ?? "{}");
    if (kept === null || typeof kept !== "object") return new Map();
    return new Map(Object.entries(kept).filter((entry): entry is [string, number] => typeof entry[1] === "number"));
  } catch {
    return new Map();
  }
}

function keepWidths(list: string, widths: ReadonlyMap<string, number>): void {
  try {
    localStorage.setItem(key(list), JSON.stringify(Object.fromEntries(widths)));
  } catch {
    // Storage may be forbidden in an embedded page; the widths then last as long as the page.
  }
}

/** The widths that were chosen for a list's columns. */
export function useColumnWidths(list: string) {
  const [widths, setWidths] = useState(() => readWidths(list));
  const setWidth = useCallback(
    (column: string, width: number) => {
      setWidths((former) => {
        const next = new Map(former).set(column, width);
        keepWidths(list, next);
        return next;
      });
    },
    [list],
  );
  return { widths, setWidth };
}
