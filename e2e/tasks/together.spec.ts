import { activate, beginEdit, cellOf, openCellMenu, rowOf, write } from "../support/grid";
import { expect, test } from "../support/test";

const OUT_WITHIN_MS = 5_000;

test("what one does, the other sees without reloading", async ({ ward, enter }) => {
  await ward.add({ family: "Hartley", given: "Margaret", values: { Place: "A1" } });
  const [tom, ruth] = [await enter(ward.member, { at: ward.path }), await enter(ward.owner, { at: ward.path })];
  await write(await cellOf(tom, "HARTLEY", "Diagnosis"), "Hip fracture");
  await expect(await cellOf(ruth, "HARTLEY", "Diagnosis")).toContainText("Hip fracture");

  await openCellMenu(rowOf(ruth, "HARTLEY").getByRole("rowheader"));
  await ruth.getByRole("menuitem", { name: "Highlight…" }).click();
  await ruth.getByRole("dialog").getByRole("textbox").fill("Falls when alone");
  await ruth.getByRole("button", { name: "Highlight", exact: true }).click();
  await expect(rowOf(tom, "HARTLEY").getByRole("rowheader")).toContainText("Falls when alone");

  await ruth.getByRole("button", { name: "Add a patient" }).click();
  await ruth.getByRole("textbox", { name: "Family name" }).fill("Okonkwo");
  await ruth.getByRole("textbox", { name: "Given name" }).fill("Samuel");
  await ruth.getByRole("button", { name: "Add", exact: true }).click();
  await expect(rowOf(tom, "OKONKWO").getByRole("rowheader")).toContainText("Added by Ruth Okafor");
});

test("who has the list open and who edits which cell is shown", async ({ ward, enter }) => {
  await ward.add({ family: "Hartley", given: "Margaret", values: { Place: "A1" } });
  const [tom, ruth] = [await enter(ward.member, { at: ward.path }), await enter(ward.owner, { at: ward.path })];
  await expect(ruth.getByText("Also here: Tom Whitfield")).toBeVisible();
  await expect(tom.getByText("Also here: Ruth Okafor")).toBeVisible();
  const [his, hers] = [await cellOf(tom, "HARTLEY", "Diagnosis"), await cellOf(ruth, "HARTLEY", "Diagnosis")];
  const control = await beginEdit(his);
  await expect(hers).toContainText("Tom Whitfield is editing");
  await control.press("Escape");
  await expect(hers).toHaveText("–Not recorded");
  await tom.close();
  await expect(ruth.getByText(/Also here/)).toHaveCount(0);
});

test("two people change one cell and the second decides", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret", values: { Diagnosis: "Fall" } });
  const tom = await enter(ward.member, { at: ward.path });
  const cell = await cellOf(tom, "HARTLEY", "Diagnosis");
  const control = await beginEdit(cell);
  await control.fill("Hip fracture, left");
  await ward.set(patient, "Diagnosis", "Hip fracture, right");
  // It is told before it is kept, and what is typed stays.
  await expect(cell).toContainText("Somebody changed this meanwhile. It is now: Hip fracture, right");
  await control.press("Enter");
  await expect(cell).toContainText("Your change is in conflict");
  expect(await ward.valueOf(patient, "Diagnosis")).toBe("Hip fracture, right");

  await tom.getByRole("button", { name: "Decide…" }).click();
  const dialog = tom.getByRole("dialog", { name: "Somebody else changed this too" });
  await expect(dialog).toContainText(/Now there, by Ruth Okafor at \d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d/);
  await expect(dialog).toContainText("Hip fracture, right");
  await expect(dialog).toContainText("Hip fracture, left");
  await expect(dialog).toContainText("HARTLEY, Margaret");
  await dialog.getByRole("button", { name: "Use mine" }).click();
  await expect(cell).toHaveText("Hip fracture, left");
  await expect.poll(() => ward.valueOf(patient, "Diagnosis")).toBe("Hip fracture, left");
  await expect(tom.getByRole("main").getByText(/not accepted/)).toHaveCount(0);
});

test("who keeps what the other wrote has their own text nowhere any more", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret", values: { Diagnosis: "Fall" } });
  const tom = await enter(ward.member, { at: ward.path });
  const cell = await cellOf(tom, "HARTLEY", "Diagnosis");
  const control = await beginEdit(cell);
  await control.fill("Mine");
  await ward.set(patient, "Diagnosis", "Theirs");
  await control.press("Enter");
  await tom.getByRole("button", { name: "Decide…" }).click();
  await tom.getByRole("button", { name: "Keep what is there" }).click();
  await expect(cell).toContainText("Theirs");
  await expect(cell).not.toContainText("conflict");
  expect(await ward.valueOf(patient, "Diagnosis")).toBe("Theirs");
});

test("edits of different paragraphs are merged, and both authors are told", async ({ ward, enter }) => {
  const patient = await ward.add({
    family: "Hartley",
    given: "Margaret",
    values: { "What matters": "First.\n\nSecond.\n\nThird." },
  });
  const [tom, ruth] = [await enter(ward.member, { at: ward.path }), await enter(ward.owner, { at: ward.path })];
  const cell = await cellOf(tom, "HARTLEY", "What matters");
  const control = await beginEdit(cell);
  await control.fill("First.\n\nSecond.\n\nThird, by Tom.");
  await ward.set(patient, "What matters", "First, by Ruth.\n\nSecond.\n\nThird.");
  await control.press("Enter");
  for (const page of [tom, ruth]) {
    const merged = await cellOf(page, "HARTLEY", "What matters");
    await expect(merged).toContainText("First, by Ruth.");
    await expect(merged).toContainText("Third, by Tom.");
    await expect(merged).toContainText("Merged from two edits");
  }
});

test("undoing is one's own last change, and nobody else's", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret", values: { Diagnosis: "Fall" } });
  const tom = await enter(ward.member, { at: ward.path });
  const cell = await cellOf(tom, "HARTLEY", "Diagnosis");
  await write(cell, "Hip fracture");
  await expect.poll(() => ward.valueOf(patient, "Diagnosis")).toBe("Hip fracture");
  await activate(cell);
  await tom.keyboard.press("Control+z");
  await expect(cell).toHaveText("Fall");
  await ward.set(patient, "Diagnosis", "Wrist fracture");
  await expect(cell).toContainText("Wrist fracture");
  await activate(cell);
  await tom.keyboard.press("Control+z");
  await expect(tom.getByRole("region", { name: "Notifications" })).toContainText(
    "There is nothing of yours to undo here",
  );
  expect(await ward.valueOf(patient, "Diagnosis")).toBe("Wrist fracture");
});

test("a removed member's screen closes within 5 s", async ({ ward, enter }) => {
  await ward.add({ family: "Hartley", given: "Margaret" });
  const tom = await enter(ward.member, { at: ward.path });
  await expect(rowOf(tom, "HARTLEY")).toBeVisible();
  await ward.api.team(ward.team, { type: "remove_member", user: ward.userId(ward.member) });
  await expect(tom.getByText("HARTLEY")).toHaveCount(0, { timeout: OUT_WITHIN_MS });
  await tom.reload();
  await expect(tom.getByText("This could not be loaded")).toBeVisible();
  await expect(tom.getByText("HARTLEY")).toHaveCount(0);
});

test("who may not see a list any more has it closed, and the team's other lists stay", async ({ ward, enter }) => {
  await ward.add({ family: "Hartley", given: "Margaret" });
  const made = await ward.api.team(ward.team, { type: "create_list", name: "Going home" });
  await ward.api.team(ward.team, {
    type: "add_patient",
    list: made.list,
    identity: { family: "Quinn", given: "Rory" },
    distinct: true,
  });
  const tom = await enter(ward.member, { at: `/teams/${ward.team}/lists/${made.list}` });
  await expect(rowOf(tom, "QUINN")).toBeVisible();
  await ward.api.team(ward.team, { type: "set_list_members", list: made.list, members: [ward.userId(ward.owner)] });
  await expect(tom.getByText("QUINN")).toHaveCount(0, { timeout: OUT_WITHIN_MS });
  await expect(tom.getByText("This list is not available")).toBeVisible();
  await tom.goto(ward.path);
  await expect(rowOf(tom, "HARTLEY")).toBeVisible();
});

test("a guest reads, and is offered nothing that changes the list", async ({ ward, enter }) => {
  await ward.add({ family: "Hartley", given: "Margaret", values: { Diagnosis: "Fall" } });
  const guest = await enter(ward.guest, { at: ward.path });
  const cell = await cellOf(guest, "HARTLEY", "Diagnosis");
  await expect(guest.getByRole("button", { name: "Add a patient" })).toHaveCount(0);
  await activate(cell);
  await cell.press("F2");
  await expect(cell.getByRole("textbox")).toHaveCount(0);
  await cell.press("x");
  await expect(cell).toHaveText("Fall");
});
