import { activate, cellOf, openCellMenu, rowOf, write } from "../support/grid";
import { expect, test } from "../support/test";

test("what others changed is marked until I unmark it", async ({ ward, enter }) => {
  const hartley = await ward.add({ family: "Hartley", given: "Margaret", values: { Place: "A1" } });
  await ward.add({ family: "Okonkwo", given: "Samuel", values: { Place: "A2" } });
  const page = await enter(ward.member, { at: ward.path });
  // Who looks for the first time has seen what is there.
  await expect(rowOf(page, "OKONKWO")).toBeVisible();
  await expect(page.getByText(/changes? by others/)).toHaveCount(0);

  await ward.set(hartley, "Diagnosis", "Hip fracture");
  await ward.set(hartley, "What matters", "Daughter collects Thursday.");
  const diagnosis = await cellOf(page, "HARTLEY", "Diagnosis");
  await expect(diagnosis).toContainText(/Changed by Ruth Okafor, \d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d/);
  await expect(page.getByText("2 changes by others that you have not marked as seen.")).toBeVisible();

  // My own edits are not marked, and do not unmark what others did elsewhere.
  const mine = await cellOf(page, "OKONKWO", "Diagnosis");
  await write(mine, "Pneumonia");
  await expect(mine).toHaveText("Pneumonia");
  await expect(page.getByText("2 changes by others")).toBeVisible();

  // It is still marked after a reload: looking is not unmarking.
  await page.reload();
  await expect(diagnosis).toContainText("Changed by Ruth Okafor");

  // On the patient's page it is marked too, and who changed it is said once.
  await rowOf(page, "HARTLEY").getByRole("link").click();
  const line = page.getByRole("region", { name: "Values" }).getByRole("listitem").filter({ hasText: "Hip fracture" });
  await expect(line).toContainText("Changed by Ruth Okafor");
  expect((await line.textContent())?.match(/Ruth Okafor/g)).toHaveLength(1);
  await page.goBack();
  await activate(diagnosis);
  await page.keyboard.press("Alt+M");
  await expect(diagnosis).toHaveText("Hip fracture");
  await expect(page.getByText("1 change by others that you have not marked as seen.")).toBeVisible();
  await openCellMenu(await cellOf(page, "HARTLEY", "What matters"));
  await page.getByRole("menuitem", { name: "Mark as seen" }).click();
  await expect(page.getByText(/changes? by others/)).toHaveCount(0);
  await page.reload();
  await expect(diagnosis).toHaveText("Hip fracture");
});

test("how many unseen changes are out of view is said, and who left is counted", async ({ ward, enter }) => {
  const patients: string[] = [];
  for (let at = 1; at <= 12; at += 1) {
    patients.push(await ward.add({ family: `Patient${at}`, given: "Ann", values: { Place: `A${at}` } }));
  }
  const page = await enter(ward.member, { at: ward.path, viewport: { width: 1280, height: 500 } });
  await expect(rowOf(page, "PATIENT1,")).toBeVisible();
  await ward.set(patients[11] ?? "", "Diagnosis", "Changed far below");
  const bar = page.getByText("1 change by others that you have not marked as seen.");
  await expect(bar).toContainText("1 is out of view.");
  await page.getByRole("grid").evaluate((grid) => grid.scrollTo(0, grid.scrollHeight));
  await expect(bar).toContainText("All are in view.");
  await ward.api.team(ward.team, { type: "remove_patient_from_list", patient: patients[0], list: ward.list });
  await expect(page.getByText("2 changes by others")).toContainText("1 patient left the list.");
  await page.getByRole("button", { name: "Mark all as seen" }).click();
  await expect(page.getByText(/changes? by others/)).toHaveCount(0);
});
