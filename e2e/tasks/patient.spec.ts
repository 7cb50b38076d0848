import { rowOf } from "../support/grid";
import { expect, test } from "../support/test";

test("opening a patient replaces the list", async ({ ward, enter }) => {
  await ward.add({ family: "Adams", given: "Ann", born: "1940-01-01", values: { Place: "A1" } });
  await ward.add({ family: "Baker", given: "Bea", born: "1941-01-01", values: { Place: "A2", Diagnosis: "Asthma" } });
  await ward.add({ family: "Clark", given: "Cleo", born: "1942-01-01", values: { Place: "A3" } });
  const page = await enter(ward.member, { at: ward.path });
  await rowOf(page, "BAKER").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("BAKER, Bea");
  await expect(page.getByRole("grid")).toHaveCount(0);
  await expect(page.getByText("Patient 2 of 3")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("CLARK, Cleo");
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
});

test("a nurse adds a note, and a colleague sees it at once", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Baker", given: "Bea" });
  const at = `${ward.path}/patients/${patient}`;
  const page = await enter(ward.member, { at });
  const colleague = await enter(ward.owner, { at });
  await expect(colleague.getByText("No note yet.")).toBeVisible();
  await page.getByRole("textbox", { name: "New note" }).fill("Walked to the door.\nPain 3/10.");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(colleague.getByText("Walked to the door.")).toBeVisible();
  await expect(page.getByText("Walked to the door.")).toBeVisible();
});

test("every version of a value is in its history", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Baker", given: "Bea", values: { Diagnosis: "Asthma" } });
  await ward.set(patient, "Diagnosis", "Pneumonia");
  const page = await enter(ward.member, { at: `${ward.path}/patients/${patient}` });
  await page.getByRole("button", { name: "Patient…" }).click();
  await page.getByRole("menuitem", { name: "History" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Asthma");
  await expect(dialog).toContainText("Pneumonia");
  await expect(dialog).toContainText("Ruth Okafor");
});

test("the values stand under each other, whether they can be edited or not", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Baker", given: "Bea", values: { Diagnosis: "Asthma" } });
  await ward.api.team(ward.team, { type: "lock_field", field: ward.fields.get("Diagnosis"), locked: true });
  const page = await enter(ward.member, { at: `${ward.path}/patients/${patient}` });
  const lines = page.getByRole("region", { name: "Values" }).getByRole("listitem");
  await expect(lines.filter({ hasText: "Asthma" }).getByRole("button")).toHaveCount(1);
  await expect(lines.first().getByRole("button")).toHaveCount(2);
  const lefts = await lines.evaluateAll((items) => items.map((item) => item.children[1]?.getBoundingClientRect().left));
  expect(new Set(lefts).size).toBe(1);
});
