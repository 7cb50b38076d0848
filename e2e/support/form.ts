import type { Locator, Page } from "@playwright/test";

/** The control of a form with this label; the star of a required one is no part of it. */
export function control(where: Page | Locator, label: string): Locator {
  return where.getByLabel(new RegExp(`^${label}[*\\s]*$`));
}
