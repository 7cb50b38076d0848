import type { DragEvent } from "react";
import styles from "./RowHandle.module.css";

/** The kind of what is dragged: nothing of a patient, only an id, and nothing that another page reads. */
const KIND = "application/x-patients-row";

/** The handle by which a row is dragged to another place; menu and keys do the same (WCAG 2.5.7). */
export function RowHandle({ patient }: { readonly patient: string }) {
  const begin = (event: DragEvent<HTMLSpanElement>) => {
    event.dataTransfer.setData(KIND, patient);
    event.dataTransfer.effectAllowed = "move";
    const row = event.currentTarget.closest("[data-row]");
    if (row) event.dataTransfer.setDragImage(row, 0, 0);
  };
  return <span draggable className={styles.handle} onDragStart={begin} aria-hidden="true" />;
}

function targetOf(event: DragEvent): { readonly row: HTMLElement; readonly side: "before" | "behind" } | undefined {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index][data-row]") : null;
  if (!row) return undefined;
  const { top, height } = row.getBoundingClientRect();
  return { row, side: event.clientY < top + height / 2 ? "before" : "behind" };
}

function unmark(): void {
  for (const row of document.querySelectorAll("[data-drop]")) row.removeAttribute("data-drop");
}

/** What the area does in which rows are dropped. */
export function dropArea(drop: (patient: string, target: string, side: "before" | "behind") => void) {
  return {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(KIND)) return;
      event.preventDefault();
      unmark();
      const target = targetOf(event);
      target?.row.setAttribute("data-drop", target.side);
    },
    onDrop(event: DragEvent) {
      unmark();
      const patient = event.dataTransfer.getData(KIND);
      const target = targetOf(event);
      if (patient === "" || !target?.row.dataset.row) return;
      event.preventDefault();
      drop(patient, target.row.dataset.row, target.side);
    },
    onDragEnd: unmark,
  };
}
