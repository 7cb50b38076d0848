import type { KeyboardEvent } from "react";

/** Arrow up and down lead from control to control of one kind inside an editor; Tab belongs to the grid at its edges. */
export function moveInside(event: KeyboardEvent<HTMLElement>, selector: string): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = controls.indexOf(document.activeElement as HTMLElement);
  const next = controls[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
