import { cellOf } from "../support/grid";
import { fillLarge } from "../support/large-list";
import { longestTaskMs } from "../support/tasks-of-page";
import { expect, test } from "../support/test";

const PATIENTS = 1_000;
const COLUMNS = 30;
const ROWS_SCROLLED = 60;

/** A figure to be read in the output of the run; a slow machine is no fault, so nothing is asserted of it. */
function report(what: string, ms: number): void {
  process.stdout.write(`FIGURE: ${what}: ${ms.toFixed(0)} ms\n`);
}

test("a list of 1,000 patients and 30 columns is there, scrolls and is edited", async ({ ward, enter, browser }) => {
  test.setTimeout(120_000);
  await fillLarge(ward, { patients: PATIENTS, columns: COLUMNS });
  const page = await enter(ward.member);
  await page.addInitScript(() => {
    // Interactive: rows are painted, and the page has come round to what waits behind them.
    const look = () => {
      if (document.querySelector("[role=rowheader]") === null) return void requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => performance.mark("interactive")));
    };
    look();
  });
  await page.goto(ward.path);
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", String(PATIENTS + 1));
  await expect(page.getByRole("grid")).toHaveAttribute("aria-colcount", String(COLUMNS));
  await page.waitForFunction(() => performance.getEntriesByName("interactive").length > 0);
  report(
    "from navigation to interactive",
    await page.evaluate(() => performance.getEntriesByName("interactive")[0]?.startTime ?? 0),
  );

  // It is as interactive as it says.
  const first = await cellOf(page, "SAMPLE0001", "Diagnosis");
  await first.click();
  await first.press("ArrowDown");
  await expect(await cellOf(page, "SAMPLE0004", "Diagnosis")).toBeFocused();

  const grid = page.getByRole("grid");
  await grid.hover();
  // What the page loads in the background, and the menus with it, is there before it is scrolled.
  await page.waitForLoadState("networkidle");
  const longest = await longestTaskMs(browser, page, async () => {
    const lastRow = page.locator(`[role=row][aria-rowindex="${ROWS_SCROLLED + 2}"]`);
    for (let steps = 0; steps < 400 && !(await lastRow.isVisible()); steps += 1) {
      await page.mouse.wheel(0, 60);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    await expect(lastRow).toBeVisible();
  });
  report(`the longest task while ${ROWS_SCROLLED} rows are scrolled`, longest);

  // Far down, a change of somebody else arrives, and the active row of before is still where the keyboard goes on.
  await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(page.locator(`[role=row][aria-rowindex="${PATIENTS + 1}"]`)).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
});
