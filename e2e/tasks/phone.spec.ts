import type { Locator } from "@playwright/test";
import { expect, test } from "../support/test";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What a thumb can hit: WCAG 2.5.8 asks for 24 px, a ward round for more. */
const THUMB_PX = 32;

async function expectForThumb(control: Locator) {
  const box = await control.boundingBox();
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(THUMB_PX);
  expect(box?.width ?? 0).toBeGreaterThanOrEqual(THUMB_PX);
}

test("at the bedside a nurse edits a value with one thumb", async ({ ward, enter }) => {
  const patient = await ward.add({
    family: "Hartley",
    given: "Margaret",
    values: { Place: "A1", "To do": [{ text: "Physio stairs", done: false }] },
  });
  await ward.add({ family: "Okonkwo", given: "Samuel", values: { Place: "A2" } });
  const page = await enter(ward.member, { ...PHONE, at: ward.path });
  const card = page.getByRole("listitem").filter({ hasText: "HARTLEY, Margaret" });
  await expect(card).toBeVisible();
  await expect(page.getByRole("grid")).toHaveCount(0);
  // Nothing is wider than the screen.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  const line = card.getByRole("button", { name: /^Diagnosis/ });
  await expectForThumb(line);
  await line.tap();
  const sheet = page.getByRole("dialog", { name: "Diagnosis" });
  await expect(sheet).toContainText("HARTLEY, Margaret");
  const text = sheet.getByRole("textbox");
  await expect(text).toBeFocused();
  const box = await sheet.boundingBox();
  expect(box?.width ?? 0).toBeLessThanOrEqual(390);
  await text.fill("Hip fracture");
  const save = sheet.getByRole("button", { name: "Save" });
  await expectForThumb(save);
  // In the lower half, where a thumb is.
  await save.tap();
  await expect(sheet).toHaveCount(0);
  await expect(card).toContainText("Hip fracture");
  await expect.poll(() => ward.valueOf(patient, "Diagnosis")).toBe("Hip fracture");

  await card.getByRole("button", { name: /^To do/ }).tap();
  await page.getByRole("dialog").getByRole("checkbox").first().tap();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).tap();
  await expect
    .poll(async () => JSON.stringify(await ward.valueOf(patient, "To do")))
    .toMatch(/"Physio stairs","done":true/);
});

test("at the bedside a nurse adds a note, and comes back to the same card", async ({ ward, enter }) => {
  for (let at = 1; at <= 12; at += 1) {
    await ward.add({ family: `Patient${at}`, given: "Ann", values: { Place: `A${at}` } });
  }
  const page = await enter(ward.member, { ...PHONE, at: ward.path });
  const card = page.getByRole("listitem").filter({ hasText: "PATIENT9, Ann" });
  await card.getByRole("link").tap();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("PATIENT9, Ann");
  const note = page.getByRole("textbox", { name: "New note" });
  await note.fill("Walked to the door and back.");
  // The patient stays in view above what is typed.
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  await page.getByRole("button", { name: "Add note" }).tap();
  await expect(page.getByText("Walked to the door and back.")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.goBack();
  await expect(card).toBeInViewport();
  await expect(card).toContainText("1 note");
});

test("what is typed into a sheet is not lost by a touch beside it", async ({ ward, enter }) => {
  await ward.add({ family: "Hartley", given: "Margaret" });
  const page = await enter(ward.member, { ...PHONE, at: ward.path });
  await page.getByRole("button", { name: /^Diagnosis/ }).tap();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("textbox").fill("Hip");
  await page.touchscreen.tap(195, 5);
  await page.keyboard.press("Escape");
  await sheet.getByRole("button", { name: "Go on editing" }).tap();
  await expect(sheet.getByRole("textbox")).toHaveValue("Hip");
  await sheet.getByRole("button", { name: "Cancel" }).tap();
  await expect(sheet).toHaveCount(0);
});
