import { expectAccessible } from "../support/accessible";
import { cellOf } from "../support/grid";
import { expect, test } from "../support/test";

const settings = (team: string, section: string) => `/teams/${team}/settings/${section}`;

test("an owner adds a choice with colours, and it is a column with its options at once", async ({ ward, enter }) => {
  await ward.add({ family: "Hartley", given: "Margaret" });
  const nurse = await enter(ward.member, { at: ward.path });
  const owner = await enter(ward.owner, { at: settings(ward.team, "fields") });
  await expectAccessible(owner);
  await owner.getByRole("button", { name: "Add a field" }).click();
  const dialog = owner.getByRole("dialog", { name: "Add a field" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Mobility");
  await dialog.getByRole("combobox", { name: "Type" }).selectOption({ label: "Choice of one" });
  await dialog.getByRole("textbox", { name: "Option 1" }).fill("Walks alone");
  await dialog.getByRole("combobox", { name: "Colour of option 1" }).selectOption({ label: "Green" });
  await dialog.getByRole("textbox", { name: "Option 2" }).fill("Bed");
  await expectAccessible(owner);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(owner.getByRole("button", { name: "Change… Mobility" })).toBeVisible();

  const cell = await cellOf(nurse, "HARTLEY", "Mobility");
  await cell.click({ position: { x: 4, y: 4 } });
  await cell.press("w");
  await cell.getByRole("radio", { name: "Walks alone" }).press("Enter");
  await expect(cell).toContainText("Walks alone");
});

test("fields are put in order by keys and by dragging", async ({ ward, enter }) => {
  const page = await enter(ward.owner, { at: settings(ward.team, "fields") });
  const names = page.getByRole("list", { name: "Fields" }).getByRole("listitem").locator("bdi");
  await expect(names.nth(1)).toHaveText("Diagnosis");
  const handle = page.getByRole("button", { name: "Move Diagnosis" });
  await handle.press("ArrowDown");
  await handle.press("ArrowDown");
  await expect(names.nth(3)).toHaveText("Diagnosis");
  await expect(handle).toBeFocused();
  await handle.dragTo(page.getByRole("button", { name: "Move Place" }));
  await expect(names.first()).toHaveText("Diagnosis");
  await page.reload();
  await expect(names.first()).toHaveText("Diagnosis");
});

test("a field is locked to owners, archived, and comes back with its values", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret", values: { Diagnosis: "Fall" } });
  const owner = await enter(ward.owner, { at: settings(ward.team, "fields") });
  const change = owner.getByRole("button", { name: "Change… Diagnosis" });
  await change.click();
  await expect(owner.getByRole("menu")).toBeVisible();
  await expectAccessible(owner);
  await owner.getByRole("menuitem", { name: "Lock to owners" }).click();
  const nurse = await enter(ward.member, { at: `${ward.path}/patients/${patient}` });
  await expect(nurse.getByRole("article")).toContainText("locked to owners");
  await expect(nurse.getByRole("button", { name: "Edit Diagnosis" })).toHaveCount(0);

  await change.click();
  await owner.getByRole("menuitem", { name: "Archive" }).click();
  await expect(nurse.getByRole("article")).not.toContainText("Diagnosis");
  await owner.getByRole("button", { name: "Restore Diagnosis" }).click();
  await expect(nurse.getByRole("article")).toContainText("Fall");
});

test("an owner takes somebody into the team, and a member leaves it", async ({ ward, enter }) => {
  const owner = await enter(ward.owner, { at: settings(ward.team, "members") });
  await expectAccessible(owner);
  await owner.getByRole("combobox", { name: "Name or user name" }).fill("priya");
  await owner.getByRole("button", { name: "Add", exact: true }).click();
  await expect(owner.getByRole("combobox", { name: "Role of Dr Priya Nair" })).toHaveValue("member");
  await owner.getByRole("button", { name: "Leave the team" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Leave the team" }).click();
  await expect(owner.getByRole("dialog")).toContainText("A team keeps at least one owner.");

  const member = await enter(ward.member, { at: settings(ward.team, "members") });
  await expect(member.getByRole("combobox")).toHaveCount(0);
  await member.getByRole("button", { name: "Leave the team" }).click();
  await expect(member.getByRole("dialog")).toBeVisible();
  await expectAccessible(member);
  await member.getByRole("dialog").getByRole("button", { name: "Leave the team" }).click();
  await expect(member.getByRole("heading", { name: "My teams" })).toBeVisible();
  await expect(member.getByText(ward.name)).toHaveCount(0);
});

test("a list is made, limited, deleted and restored; an owner who is not in it joins openly", async ({
  ward,
  enter,
}) => {
  const member = await enter(ward.member, { at: settings(ward.team, "lists") });
  await member.getByRole("button", { name: "Add a list" }).click();
  await member.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Safeguarding");
  await member.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const change = member.getByRole("button", { name: "Change… Safeguarding" });
  await change.click();
  await member.getByRole("menuitem", { name: "Limit to members…" }).click();
  await expect(member.getByRole("dialog")).toBeVisible();
  await expectAccessible(member);
  await member.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(member.getByText("limited to 1 member")).toBeVisible();
  await change.click();
  await member.getByRole("menuitem", { name: "Delete…" }).click();
  await member.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await member.getByRole("button", { name: "Restore Safeguarding" }).click();
  await expect(change).toBeVisible();

  const owner = await enter(ward.owner, { at: settings(ward.team, "lists") });
  await expect(owner.getByText("Safeguarding")).toHaveCount(0);
  await owner.getByRole("button", { name: "Add myself…" }).click();
  await expect(owner.getByRole("dialog")).toBeVisible();
  await expectAccessible(owner);
  await owner.getByRole("dialog").getByRole("button", { name: "Add myself" }).click();
  await expect(owner.getByRole("link", { name: "Safeguarding" })).toBeVisible();
});

test("les colonnes d'une liste sont choisies", async ({ hospital, enter }) => {
  const claire = hospital.users.find(({ user }) => user === "claire");
  const team = claire?.teams[0];
  if (!claire || !team) throw new Error("the demo has no French ward");
  const page = await enter(claire, { at: settings(team.id, "lists") });
  await expectAccessible(page);
  const change = page.getByRole("button", { name: "Modifier… Tous les patients" });
  await change.click();
  await page.getByRole("menuitem", { name: "Colonnes…" }).click();
  const dialog = page.getByRole("dialog", { name: "Colonnes de Tous les patients" });
  await expectAccessible(page);
  await dialog.getByRole("checkbox", { name: "Poids" }).uncheck();
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("link", { name: "Tous les patients" }).click();
  await expect(page.getByRole("columnheader", { name: "Diagnostic" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Poids" })).toHaveCount(0);
});

test("an owner chooses another time zone, and members read it", async ({ ward, enter }) => {
  const nurse = await enter(ward.member, { at: settings(ward.team, "time-zone") });
  await expect(nurse.getByRole("main")).toContainText("are those of Europe/Paris");
  await expect(nurse.getByRole("main").getByRole("button")).toHaveCount(0);
  const owner = await enter(ward.owner, { at: settings(ward.team, "time-zone") });
  const zone = owner.getByRole("combobox", { name: /^Time zone/ });
  await zone.fill("Europe/Nowhere");
  await zone.press("Enter");
  await expect(owner.getByRole("region", { name: "Notifications" })).toContainText("This does not fit: time zone.");
  await zone.fill("America/Montreal");
  await zone.press("Enter");
  await expect(owner.getByRole("main")).toContainText("are those of America/Montreal");
  await nurse.reload();
  await expect(nurse.getByRole("main")).toContainText("are those of America/Montreal");
});
