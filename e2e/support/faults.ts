import type { Page } from "@playwright/test";

/** Collects what must never happen on a page: an exception that nobody caught, and something the content security policy refused. */
export function collectFaults(page: Page, faults: string[]): void {
  page.on("pageerror", (error) => faults.push(error.stack ?? String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) {
      faults.push(message.text());
    }
  });
}
