import { expect, type Locator, type Page } from "@playwright/test";

/** The row of a patient in the grid, by how their name is written. */
export function rowOf(page: Page, patient: string): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader").filter({ hasText: patient }) });
}

/** The cell of a patient in a column of the grid, by the column's name. */
export async function cellOf(page: Page, patient: string, column: string): Promise<Locator> {
  const header = page.getByRole("columnheader", { name: column, exact: true });
  const index = await header.getAttribute("aria-colindex");
  return rowOf(page, patient).locator(`[aria-colindex="${index}"]`);
}

/** Makes a cell the active one, and the focus is in it. */
export async function activate(cell: Locator): Promise<void> {
  // A click on the active cell would edit it.
  const isActive = await cell.evaluate((element) => element === document.activeElement);
  if (!isActive) await cell.click({ position: { x: 4, y: 4 } });
  await expect(cell).toBeFocused();
}

/** Begins to edit a text in its cell, and answers its control. */
export async function beginEdit(cell: Locator): Promise<Locator> {
  await activate(cell);
  await cell.press("F2");
  const control = cell.getByRole("textbox");
  await expect(control).toBeFocused();
  return control;
}

/** Writes a text into a cell as a person does, and keeps it. */
export async function write(cell: Locator, text: string): Promise<void> {
  const control = await beginEdit(cell);
  await control.fill(text);
  await control.press("Enter");
}

/** Opens the menu of what can be done to a cell. */
export async function openCellMenu(cell: Locator): Promise<void> {
  await activate(cell);
  await cell.press("Shift+F10");
}

/** The names of the patients in the order of the grid, as they are written in bold: `HARTLEY, Margaret`. */
export function namesIn(page: Page): Locator {
  return page.getByRole("rowheader").locator("bdi:first-of-type").filter({ hasText: "," });
}
