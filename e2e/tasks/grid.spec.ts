import type { Locator } from "@playwright/test";
import { cellOf, rowOf } from "../support/grid";
import { fillLarge } from "../support/large-list";
import type { DemoServer } from "../support/server";
import { expect, personOf, test } from "../support/test";

/** The address of the sample hospital's English ward, whose default list comes. */
const wardOf = (hospital: DemoServer) => `/teams/${personOf(hospital, "tom").teams[0]?.id}`;

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not in the page");
  return box;
};

test("headers and identity stay in view", async ({ hospital, enter }) => {
  const page = await enter(personOf(hospital, "tom"), { at: wardOf(hospital), viewport: { width: 1000, height: 600 } });
  const grid = page.getByRole("grid");
  const header = page.getByRole("columnheader", { name: "Place", exact: true });
  const identity = rowOf(page, "JONES").getByRole("rowheader");
  await expect(identity).toBeAttached();
  const [headerBefore, identityBefore] = [await boxOf(header), await boxOf(identity)];
  await grid.evaluate((element) => element.scrollTo(10_000, 500));
  await expect(page.getByText(/columns? out of view before/)).toBeVisible();
  const [headerAfter, identityAfter] = [await boxOf(header), await boxOf(identity)];
  expect(headerAfter).toEqual(headerBefore);
  expect(identityAfter.x).toBe(identityBefore.x);
  expect(identityAfter.y).toBeLessThan(identityBefore.y);
  // The last column stands beside the frozen ones, not under them.
  const last = await boxOf(await cellOf(page, "JONES", "Walks alone"));
  expect(last.x).toBeGreaterThanOrEqual(identityAfter.x + identityAfter.width - 1);
});

test("a long text wraps and is shown whole", async ({ ward, enter }) => {
  const text = Array.from({ length: 60 }, (_, at) => `Sentence ${at + 1} of what matters to her.`).join(" ");
  const items = Array.from({ length: 12 }, (_, at) => ({ text: `Item ${at + 1}`, done: at % 2 === 0 }));
  await ward.add({ family: "Hartley", given: "Margaret", values: { "What matters": text, "To do": items } });
  const page = await enter(ward.member, { at: ward.path });
  for (const column of ["What matters", "To do"]) {
    const cell = await cellOf(page, "HARTLEY", column);
    await expect(cell).toBeVisible();
    const [inside, around] = await cell.evaluate((element) => [
      [element.scrollWidth, element.scrollHeight],
      [element.clientWidth, element.clientHeight],
    ]);
    expect(inside, column).toEqual(around);
  }
  const matters = await cellOf(page, "HARTLEY", "What matters");
  await expect(matters).toContainText("Sentence 60 of what matters to her.");
  const todo = await cellOf(page, "HARTLEY", "To do");
  for (const item of items) await expect(todo.getByText(item.text, { exact: true })).toBeVisible();
});

test("above the list stand its name, its team and the time of the data", async ({ ward, enter }) => {
  await ward.add({ family: "Hartley", given: "Margaret" });
  const page = await enter(ward.member, { at: ward.path });
  await expect(page.getByRole("heading", { level: 1, name: "Patients" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(ward.name);
  await expect(page.getByRole("main")).toContainText("1 patient · now");
  await page.context().setOffline(true);
  await expect(page.getByText(/as of \d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole("main")).toContainText("1 patient · now");
});

test("an active filter is announced above the list", async ({ hospital, enter }) => {
  const page = await enter(personOf(hospital, "tom"), { at: wardOf(hospital) });
  await page.getByRole("columnheader", { name: "Responsible" }).getByRole("button").click();
  await page.getByRole("menuitem", { name: "Filter…" }).click();
  await page.getByRole("textbox", { name: "Contains" }).fill("whitfield");
  await page.keyboard.press("Enter");
  const bar = page.getByRole("main").getByText(/of 20 patients shown/);
  await expect(bar).toContainText("Responsible contains “whitfield”");
  await expect(rowOf(page, "OKONKWO")).toBeVisible();
  await expect(rowOf(page, "HARTLEY")).toHaveCount(0);
  await page.getByRole("button", { name: "Show the whole list" }).click();
  await expect(bar).toHaveCount(0);
  await expect(rowOf(page, "HARTLEY")).toBeVisible();
});

test("a column is ordered by its menu, and says so", async ({ hospital, enter }) => {
  const page = await enter(personOf(hospital, "tom"), { at: wardOf(hospital) });
  const header = page.getByRole("columnheader", { name: "Patient", exact: true });
  await header.getByRole("button").click();
  await page.getByRole("menuitem", { name: "Sort descending" }).click();
  await expect(page.getByRole("main").getByText("Sorted by Patient, descending")).toBeVisible();
  await expect(header).toHaveAttribute("aria-sort", "descending");
  const names = await page.getByRole("rowheader").allInnerTexts();
  const families = names.map((name) => name.split(",")[0] ?? "");
  expect(families).toEqual(families.toSorted((a, b) => b.localeCompare(a, "en")));
  expect(families.length).toBe(20);
});

test("who asks for less motion comes back by the keyboard from far down", async ({ ward, enter }) => {
  const patients = 400;
  await fillLarge(ward, { patients, columns: 12 });
  const page = await enter(ward.member, { at: ward.path, reducedMotion: "reduce" });
  const first = await cellOf(page, "SAMPLE0001", "Diagnosis");
  await first.click();
  await first.press("ArrowDown");
  await expect(await cellOf(page, "SAMPLE0004", "Diagnosis")).toBeFocused();
  const last = page.locator(`[role=row][aria-rowindex="${patients + 1}"]`);
  const grid = page.getByRole("grid");
  await expect(async () => {
    await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect(last).toBeInViewport({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
});

test("columns are chosen from a column's own menu, and how wide they are is kept, the identity's too", async ({
  ward,
  enter,
}) => {
  await ward.add({ family: "Hartley", given: "Margaret" });
  const page = await enter(ward.member, { at: ward.path });
  const header = (name: string) => page.getByRole("columnheader", { name, exact: true });
  await header("Diagnosis").getByRole("button").click();
  await page.getByRole("menuitem", { name: "Columns…" }).click();
  const dialog = page.getByRole("dialog", { name: "Columns of Patients" });
  await dialog.getByRole("checkbox", { name: "To do" }).uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(header("To do")).toHaveCount(0);

  const { width } = await boxOf(header("Patient"));
  const kept = page.waitForResponse((response) => response.request().method() === "PUT");
  await header("Patient").getByRole("button").click();
  await page.getByRole("menuitem", { name: "Wider" }).click();
  await kept;
  await page.reload();
  await expect.poll(async () => (await boxOf(header("Patient"))).width).toBe(width + 40);
});
