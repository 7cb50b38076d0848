import { activate, cellOf, rowOf, write } from "../support/grid";
import { expect, test } from "../support/test";

const BANNER = /No connection since/;

test("edits made without a network arrive once", async ({ ward, enter }) => {
  const hartley = await ward.add({ family: "Hartley", given: "Margaret", values: { Place: "A1" } });
  const okonkwo = await ward.add({ family: "Okonkwo", given: "Samuel", values: { Place: "A2" } });
  const page = await enter(ward.member, { at: ward.path });
  const diagnosis = await cellOf(page, "HARTLEY", "Diagnosis");
  await expect(diagnosis).toBeVisible();
  await page.context().setOffline(true);
  await write(diagnosis, "Hip fracture");
  await write(diagnosis, "Hip fracture, left");
  await write(await cellOf(page, "OKONKWO", "What matters"), "Oxygen off");
  await expect(page.getByText(BANNER)).toContainText("3 changes wait to be sent");
  await expect(diagnosis).toContainText("Hip fracture, left");
  await expect(diagnosis).toContainText("not sent yet");
  // Meanwhile a colleague goes on.
  await ward.set(okonkwo, "Diagnosis", "Pneumonia");

  await page.context().setOffline(false);
  await expect(page.getByText(BANNER)).toHaveCount(0);
  await expect(await cellOf(page, "OKONKWO", "Diagnosis")).toContainText("Pneumonia");
  await expect(diagnosis).toHaveText("Hip fracture, left");
  await expect.poll(() => ward.valueOf(hartley, "Diagnosis")).toBe("Hip fracture, left");
  const history = await ward.api.get<{ entries: readonly { type: string; value?: unknown }[] }>(
    `/api/teams/${ward.team}/patients/${hartley}/history`,
  );
  const written = JSON.stringify(history).split('"Hip fracture, left"').length - 1;
  expect(written).toBe(1);
});

test("an edit whose answer was lost arrives once", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret" });
  const page = await enter(ward.member, { at: ward.path });
  const cell = await cellOf(page, "HARTLEY", "Diagnosis");
  await expect(cell).toBeVisible();
  const sent: string[] = [];
  // The server gets the first attempt and acts on it; then the network goes, with the answer.
  await page.route("**/commands", async (route) => {
    sent.push(route.request().postData() ?? "");
    if (sent.length > 1) return route.continue();
    await page.context().setOffline(true);
    await route.fetch();
    return route.abort("connectionreset");
  });
  await write(cell, "Hip fracture");
  await expect(page.getByText(BANNER)).toContainText("1 change waits to be sent");
  expect(await ward.valueOf(patient, "Diagnosis")).toBe("Hip fracture");
  await page.context().setOffline(false);
  await expect(page.getByText(BANNER)).toHaveCount(0);
  await expect(cell).toHaveText("Hip fracture");
  // Whatever was sent again was the same command, byte for byte.
  expect(new Set(sent).size).toBe(1);
  await expect(page.getByRole("main").getByText(/not accepted|conflict/)).toHaveCount(0);
  const history = await ward.api.get<unknown>(`/api/teams/${ward.team}/patients/${patient}/history`);
  expect(JSON.stringify(history).split('"Hip fracture"').length - 1).toBe(1);
});

test("before a reload the page says how many changes would be lost", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret" });
  const page = await enter(ward.member, { at: ward.path });
  const cell = await cellOf(page, "HARTLEY", "Diagnosis");
  await expect(cell).toBeVisible();
  await page.context().setOffline(true);
  await write(cell, "Hip fracture");
  await expect(page.getByText(BANNER)).toContainText("1 change waits to be sent");
  const asked = page.waitForEvent("dialog");
  // Not `page.reload()`, which waits for a page that does not come.
  await page.evaluate(() => setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  const notices = page.getByRole("region", { name: "Notifications" });
  await expect(notices.getByText("1 change was not sent yet. It is lost if you leave")).toBeVisible();
  await page.context().setOffline(false);
  await expect.poll(() => ward.valueOf(patient, "Diagnosis")).toBe("Hip fracture");
});

test("a refused edit keeps the text", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret" });
  const page = await enter(ward.member, { at: ward.path });
  const cell = await cellOf(page, "HARTLEY", "Diagnosis");
  await expect(cell).toBeVisible();
  await page.context().setOffline(true);
  await write(cell, "Hip fracture");
  await expect(cell).toContainText("not sent yet");
  const field = ward.fields.get("Diagnosis");
  await ward.api.team(ward.team, { type: "lock_field", field, locked: true });
  await page.context().setOffline(false);
  await expect(
    page.getByRole("main").getByText("1 change of yours was not accepted. What you typed is kept."),
  ).toBeVisible();
  await expect(cell).toContainText("Your change was not accepted");
  await page.getByRole("button", { name: "Decide…" }).click();
  const dialog = page.getByRole("dialog", { name: "Your change was not accepted" });
  await expect(dialog).toContainText("This field is locked: only owners change it.");
  await expect(dialog).toContainText("Hip fracture");
  await dialog.getByRole("button", { name: "Discard mine" }).click();
  await expect(cell).not.toContainText("Hip fracture");
  expect(await ward.valueOf(patient, "Diagnosis")).toBe(null);
});

test("a list read before the network went can be walked through and left open", async ({ ward, enter }) => {
  await ward.add({ family: "Hartley", given: "Margaret", values: { Place: "A1", Diagnosis: "Hip fracture" } });
  await ward.add({ family: "Okonkwo", given: "Samuel", values: { Place: "A2" } });
  const page = await enter(ward.member, { at: ward.path });
  await expect(rowOf(page, "OKONKWO")).toBeVisible();
  // Menus and dialogs come in the background, after the list.
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => /ColumnMenu/.test(name)),
  );
  await page.context().setOffline(true);
  await expect(page.getByText(BANNER)).toBeVisible();
  await activate(await cellOf(page, "OKONKWO", "Diagnosis"));
  await page.keyboard.press("ArrowUp");
  await expect(await cellOf(page, "HARTLEY", "Diagnosis")).toBeFocused();
  await page.getByRole("columnheader", { name: "Diagnosis" }).getByRole("button").click();
  await page.getByRole("menuitem", { name: "Sort descending" }).click();
  await expect(page.getByRole("rowheader")).toContainText(["HARTLEY", "OKONKWO"]);
  await page.context().setOffline(false);
  await expect(page.getByText(BANNER)).toHaveCount(0);
});

test("a menu that was not there when the network went comes when it is back, and nothing typed is lost", async ({
  ward,
  enter,
}) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret" });
  const page = await enter(ward.member);
  await page.route(/ColumnMenu/, (route) => route.abort("internetdisconnected"));
  await page.goto(ward.path);
  const cell = await cellOf(page, "HARTLEY", "Diagnosis");
  await expect(cell).toBeVisible();
  await page.context().setOffline(true);
  await write(cell, "Hip fracture");
  await page.getByRole("columnheader", { name: "Diagnosis" }).getByRole("button").click();
  await expect(page.getByText(BANNER)).toContainText("1 change waits to be sent");
  await expect(cell).toContainText("Hip fracture");
  await page.unroute(/ColumnMenu/);
  await page.context().setOffline(false);
  await expect(page.getByRole("menuitem", { name: "Sort descending" })).toBeVisible();
  await expect.poll(() => ward.valueOf(patient, "Diagnosis")).toBe("Hip fracture");
});
