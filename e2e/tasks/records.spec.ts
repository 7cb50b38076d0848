import { expectAccessible } from "../support/accessible";
import { rowOf } from "../support/grid";
import { expect, test } from "../support/test";

test("two records of one person are merged and parted again, both shown first", async ({ ward, enter }) => {
  const kept = await ward.add({
    family: "Okonkwo",
    given: "Samuel",
    number: "100",
    values: { Diagnosis: "Pneumonia" },
  });
  const other = await ward.add({
    family: "Okonkwo",
    given: "Sam",
    number: "200",
    values: { "What matters": "Stairs" },
  });
  const page = await enter(ward.member, { at: `${ward.path}/patients/${kept}` });
  await page.getByRole("button", { name: "Patient…" }).click();
  await page.getByRole("menuitem", { name: "Merge with another record…" }).click();
  const dialog = page.getByRole("dialog", { name: "Two records of the same person" });
  await dialog.getByRole("textbox", { name: "Find by name or number" }).fill("200");
  await dialog.getByRole("button", { name: "OKONKWO, Sam" }).click();
  await expect(dialog.getByRole("definition")).toContainText(["MRN 100", "MRN 200"]);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByRole("article")).toContainText("Stairs");
  const merged = page.getByRole("region", { name: "Merged into this record" });
  await expect(merged).toContainText("MRN 200");

  await page.goto(`/teams/${ward.team}/patients/${other}`);
  await page.getByRole("link", { name: "Go to that record" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("MRN 100");
  await merged.getByRole("button", { name: "Part them again…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Part them" }).click();
  await expect(merged).toHaveCount(0);
  await page.goto(ward.path);
  await expect(rowOf(page, "OKONKWO, Sam")).toHaveCount(2);
});

test("who would newly see a patient is named before the patient is moved", async ({ ward, enter }) => {
  const limited = await ward.api.team(ward.team, {
    type: "create_list",
    name: "Safeguarding",
    members: [ward.userId(ward.owner)],
  });
  const added = await ward.api.team(ward.team, {
    type: "add_patient",
    list: limited.list,
    identity: { family: "Quinn", given: "Rory" },
  });
  const page = await enter(ward.owner, { at: `/teams/${ward.team}/lists/${limited.list}/patients/${added.patient}` });
  await page.getByRole("button", { name: "Move… (Safeguarding)" }).click();
  const dialog = page.getByRole("dialog", { name: "Move the patient to another list" });
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect(dialog).toContainText("2 people would see this patient who do not now:");
  await expect(dialog).toContainText(ward.member.name);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Yes, they may see the patient" }).click();
  await expect(dialog).toHaveCount(0);
  const member = await enter(ward.member, { at: ward.path });
  await expect(rowOf(member, "QUINN")).toBeVisible();
});

test("a patient leaves a list and is taken back, and is lost nowhere", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Quinn", given: "Rory", values: { Diagnosis: "Asthma" } });
  const page = await enter(ward.member, { at: `${ward.path}/patients/${patient}` });
  const lists = page.getByRole("region", { name: "On these lists" });
  await lists.getByRole("button", { name: "Remove (Patients)" }).click();
  await expect(lists).toContainText("On no list.");
  await expect(page.getByRole("article")).toContainText("Asthma");
  await page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" }).click();
  await expect(lists.getByRole("link", { name: "Patients", exact: true })).toBeVisible();
});
