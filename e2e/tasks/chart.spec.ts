import type { Locator, Page } from "@playwright/test";
import { expectAccessible, expectAccessibleInEveryColour } from "../support/accessible";
import { connect, test } from "../support/record";
import type { RecordServer } from "../support/server";
import { expect } from "../support/test";
import { makeWard, type Ward } from "../support/ward";
import { wordsOf } from "../support/words";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const LOINC = "http://loinc.org";
const SNOMED_CT = "http://snomed.info/sct";
const NEWS2 = {
  max_gap_minutes: 60,
  stale_after_hours: 12,
  consciousness: {
    observations: [{ system: LOINC, code: "80288-4" }],
    codes: [
      { coding: { system: SNOMED_CT, code: "248234008" }, means: "alert" },
      { coding: { system: SNOMED_CT, code: "130987000" }, means: "confusion" },
      { coding: { system: SNOMED_CT, code: "300202002" }, means: "voice" },
    ],
    texts: [],
  },
};

/** A ward with a patient of the record on its list, and scores; answers the patient's address. */
async function addLinked(ward: Ward, record: RecordServer, ehrId: string): Promise<string> {
  await connect(ward, record, {});
  await ward.api.team(ward.team, { type: "set_news2", settings: NEWS2 });
  const { patient = "" } = await ward.api.team(ward.team, {
    type: "add_ehr_patient",
    list: ward.list,
    ehr_id: ehrId,
    distinct: true,
  });
  return `${ward.path}/patients/${patient}`;
}

/** A control of the record: what it does wrong from now on, or what it corrects. */
async function control(record: RecordServer, path: string, body: unknown): Promise<void> {
  const response = await fetch(new URL(path, record.url), { method: "PUT", body: JSON.stringify(body) });
  expect(response.status, await response.text()).toBeLessThan(300);
}

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const spokenBy = (slider: Locator) => slider.getAttribute("aria-valuetext");

test("a nurse goes to a patient's chart and reads vital signs and score by keyboard", async ({
  ward,
  enter,
  record,
}) => {
  test.slow();
  const at = await addLinked(ward, record, "p003");
  const page = await enter(ward.member, { at });
  const parts = page.getByRole("navigation", { name: "Parts of the patient’s page" });
  await expect(parts.getByRole("link", { name: "Team" })).toHaveAttribute("aria-current", "page");
  await parts.getByRole("link", { name: "Chart" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/chart$/);
  // The focus stays where it was, and the patient in view.
  await expect(parts.getByRole("link", { name: "Chart" })).toBeFocused();
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();

  const vitals = section(page, "Vital signs");
  await expect(vitals.getByText(/^Record, as of \d\d:\d\d, /)).toBeVisible();
  const table = vitals.getByRole("table");
  await expect(table.getByRole("columnheader", { name: "Blood pressure mmHg" })).toBeVisible();
  const newest = table.getByRole("row").nth(1);
  const before = table.getByRole("row").nth(2);
  const pulseAt = async (row: Locator) => (await row.getByRole("cell").nth(4).textContent()) ?? "";
  const pulse = vitals.getByRole("slider", { name: /^Pulse/ });
  await pulse.focus();
  expect(await spokenBy(pulse)).toContain(`: ${await pulseAt(newest)} `);
  await page.keyboard.press("ArrowLeft");
  expect(await spokenBy(pulse)).toContain(`: ${await pulseAt(before)} `);
  await expect(vitals.getByRole("figure", { name: "Pulse" }).getByText((await spokenBy(pulse)) ?? "")).toBeVisible();
  await page.keyboard.press("Home");
  const oldest = await spokenBy(pulse);
  await page.keyboard.press("End");
  expect(await spokenBy(pulse)).not.toBe(oldest);
  const pressure = vitals.getByRole("slider", { name: /^Blood pressure/ });
  expect(await spokenBy(pressure)).toMatch(/: \d+\/\d+ mmHg$/);

  const score = section(page, "NEWS2");
  await expect(score.getByText("calculated here")).toBeVisible();
  await expect(score.getByRole("row")).toHaveCount(8);
  const points = await score.getByRole("row").filter({ hasText: "pulse" }).getByRole("cell").last().textContent();
  expect(points?.trim()).toMatch(/^[0-3]$/);
  await expectAccessibleInEveryColour(page);
});

test("a clinician chooses the scale of SpO₂, with their name beside it; a guest only reads", async ({
  ward,
  enter,
  record,
}) => {
  test.slow();
  const at = `${await addLinked(ward, record, "p004")}/chart`;
  const page = await enter(ward.member, { at });
  await page.getByRole("button", { name: "Score by scale 2…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Use scale 2" }).click();
  await expect(page.getByText(`chosen by ${ward.member.name}`)).toBeVisible();
  const guest = await enter(ward.guest, { at });
  await expect(guest.getByText(`chosen by ${ward.member.name}`)).toBeVisible();
  await expect(guest.getByRole("button", { name: /^Score by/ })).toHaveCount(0);
  await guest.getByRole("button", { name: "Patient…" }).click();
  await expect(guest.getByRole("menuitem")).toHaveText(["History"]);
});

test("on a phone the record goes away: the last chart stays, with its age and what is wrong", async ({
  ward,
  enter,
  record,
}) => {
  test.setTimeout(180_000);
  const at = await addLinked(ward, record, "p005");
  const page = await enter(ward.member, { ...PHONE, at: `${at}/chart` });
  const vitals = section(page, "Vital signs");
  // Cards, a time each, and nothing wider than the screen.
  await expect(vitals.getByRole("listitem").first()).toContainText("Blood pressure");
  await expect(vitals.getByRole("table")).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await control(record, "/sandbox/fault", { fault: "status", status: 500 });
  // What was read less than a minute ago is fresh; then the page asks again by itself.
  const problem = page.getByText("This is the last known chart", { exact: false });
  await expect(problem).toBeVisible({ timeout: 90_000 });
  await expect(problem).toContainText(/as of \d\d:\d\d, \d+ minutes? ago\./, { timeout: 20_000 });
  await expect(page.getByText(/^The record /).first()).toBeVisible();
  await expect(section(page, "NEWS2").getByRole("row")).toHaveCount(8);
  await expectAccessible(page);
  // What the team keeps goes on as ever.
  await page.getByRole("link", { name: "Team" }).tap();
  await page.getByRole("textbox", { name: "New note" }).fill("Eats well.");
  await page.getByRole("button", { name: "Add note" }).tap();
  await expect(page.getByRole("listitem").filter({ hasText: "Eats well." })).toContainText(ward.member.name);
});

test("a record that was never read says what is wrong, and each kind of nothing looks like itself", async ({
  hospital,
  enter,
  record,
}) => {
  test.slow();
  const ward = await makeWard(hospital, "fr");
  const words = wordsOf("fr");
  const at = `${await addLinked(ward, record, "p006")}/chart`;
  await control(record, "/sandbox/fault", { fault: "status", status: 403, resources: ["AllergyIntolerance"] });
  const page = await enter(ward.member, { at });
  await expect(section(page, "Allergies").getByText(words("absence-not-permitted"))).toBeVisible();
  await expectAccessibleInEveryColour(page);

  const second = `${await addLinked(ward, record, "p007")}/chart`;
  await control(record, "/sandbox/fault", { fault: "html-page" });
  await page.goto(second);
  await expect(page.getByText(words("chart-none-kept"), { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test("a patient is linked after both identities were compared, and parted again", async ({ ward, enter, record }) => {
  test.slow();
  await connect(ward, record, {});
  const patient = await ward.add({ family: "Baker", given: "Bea", born: "1941-01-01" });
  const page = await enter(ward.member, { at: `${ward.path}/patients/${patient}/chart` });
  await page.getByRole("button", { name: "Link to the record…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("BAKER, Bea");
  await dialog.getByLabel("Id in the record").fill("p008");
  await dialog.getByRole("button", { name: "Search" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /^Compare/ }).click();
  const family = dialog.getByRole("row").filter({ hasText: "Family name" });
  await expect(family).toContainText("differs");
  await expect(family).toContainText("BAKER");
  await expectAccessibleInEveryColour(page);
  await dialog.getByRole("button", { name: "They are the same person: link" }).click();
  await expect(section(page, "Vital signs")).toBeVisible();

  await page.getByRole("button", { name: "Patient…" }).click();
  await page.getByRole("menuitem", { name: "End the link to the record…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End the link" }).click();
  await expect(page.getByText("Not linked to the record")).toBeVisible();
  await page.getByRole("button", { name: "Patient…" }).click();
  await page.getByRole("menuitem", { name: "History" }).click();
  await expect(page.getByRole("dialog")).toContainText("Linked to the record (p008)");
  await expect(page.getByRole("dialog")).toContainText("Ended the link to the record");
});

test("what the record corrects is proposed, compared, and taken by a person", async ({ ward, enter, record }) => {
  test.slow();
  const at = await addLinked(ward, record, "p009");
  await control(record, "/sandbox/patients/p009", { family: "Corrected" });
  const page = await enter(ward.member, { at: `${at}/chart` });
  await expect(page.getByText("Nothing was changed.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("CORRECTED");
  await page.getByRole("button", { name: "Compare…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("1 part differs.")).toBeVisible();
  await expectAccessibleInEveryColour(page);
  await dialog.getByRole("button", { name: "Take the record’s" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("CORRECTED");
  await expect(page.getByText("Nothing was changed.")).toHaveCount(0);
  await page.getByRole("button", { name: "Patient…" }).click();
  await page.getByRole("menuitem", { name: "History" }).click();
  await expect(page.getByRole("dialog").getByRole("listitem").first()).toContainText("Took the record’s identity");
});

test("a link to a record that the team left says so, and is ended by a person", async ({ ward, enter, record }) => {
  const at = await addLinked(ward, record, "p010");
  await ward.api.team(ward.team, { type: "remove_ehr_connection" });
  const page = await enter(ward.member, { at: `${at}/chart` });
  await expect(page.getByText("not connected to any more")).toBeVisible();
  await expect(page.getByRole("region", { name: "NEWS2" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "End the link to the record…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End the link" }).click();
  await expect(page.getByText("Not linked to the record")).toBeVisible();
});
