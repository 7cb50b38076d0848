/** The control inside an editor that Tab leads to from the one that has the focus; undefined at the edge. */
export function nextControl(editor: HTMLElement, isBackwards: boolean): HTMLElement | undefined {
  const controls = [...editor.querySelectorAll<HTMLElement>("input, select, textarea, button")].filter(
    (control) => !control.hasAttribute("disabled") && isTabStop(control),
  );
  const at = controls.indexOf(document.activeElement as HTMLElement);
  return at === -1 ? undefined : controls[at + (isBackwards ? -1 : 1)];
}

/** The radio buttons of a group are one stop. */
function isTabStop(control: HTMLElement): boolean {
  if (!(control instanceof HTMLInputElement) || control.type !== "radio" || control === document.activeElement)
    return true;
  const active = document.activeElement;
  return control.checked && !(active instanceof HTMLInputElement && active.name === control.name);
}
