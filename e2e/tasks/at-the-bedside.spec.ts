import { expectAccessible } from "../support/accessible";
import { expect, test } from "../support/test";

test("a value changed on the patient's page is in everybody's list, and is taken back there", async ({
  ward,
  enter,
}) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret", values: { Place: "A1", Diagnosis: "Fall" } });
  const colleague = await enter(ward.owner, { at: ward.path });
  const page = await enter(ward.member, { at: `${ward.path}/patients/${patient}` });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Edit Diagnosis" }).click();
  const dialog = page.getByRole("dialog", { name: "Diagnosis" });
  await expect(dialog).toContainText("HARTLEY, Margaret");
  await expectAccessible(page);
  await dialog.getByRole("textbox").fill("Hip fracture");
  await dialog.getByRole("textbox").press("Enter");
  await expect(colleague.getByRole("grid")).toContainText("Hip fracture");
  await expect(page.getByText("Tom Whitfield,")).toBeVisible();

  await page.getByRole("button", { name: "More Diagnosis" }).click();
  await page.getByRole("menuitem", { name: "Undo my last change" }).click();
  await expect.poll(() => ward.valueOf(patient, "Diagnosis")).toBe("Fall");
  await expect(page.getByRole("article")).not.toContainText("Hip fracture");
});

test("two people change one value on the patient's page, and the second decides", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret", values: { Diagnosis: "Fall" } });
  const page = await enter(ward.member, { at: `${ward.path}/patients/${patient}` });
  await page.getByRole("button", { name: "Edit Diagnosis" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Mine");
  await ward.set(patient, "Diagnosis", "Theirs");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Decide… Diagnosis" }).click();
  const decision = page.getByRole("dialog", { name: "Somebody else changed this too" });
  await expect(decision).toContainText("Theirs");
  await expect(decision).toContainText("Mine");
  await expectAccessible(page);
  await decision.getByRole("button", { name: "Use mine" }).click();
  await expect.poll(() => ward.valueOf(patient, "Diagnosis")).toBe("Mine");
});

test("one value's history says who, when, and from what", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret", values: { Diagnosis: "Fall" } });
  await ward.set(patient, "Diagnosis", "Hip fracture");
  const page = await enter(ward.guest, { at: `${ward.path}/patients/${patient}` });
  await expect(page.getByRole("button", { name: "Edit Diagnosis" })).toHaveCount(0);
  await page.getByRole("button", { name: "More Diagnosis" }).click();
  await page.getByRole("menuitem", { name: "History of the value" }).click();
  const newest = page.getByRole("dialog", { name: "History: Diagnosis" }).getByRole("listitem").first();
  await expect(newest).toContainText(/Ruth Okafor, \d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d/);
  await expect(newest).toHaveText(/from\s*Fall\s*to\s*Hip fracture/);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "More Diagnosis" })).toBeFocused();
});

test("a note is changed, its versions are kept, and a deleted one comes back", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret" });
  const page = await enter(ward.member, { at: `${ward.path}/patients/${patient}` });
  const notes = page.getByRole("region", { name: "Notes" });
  await notes.getByRole("textbox", { name: "New note" }).fill("Pain 3/10");
  await notes.getByRole("textbox", { name: "New note" }).press("Control+Enter");
  await notes.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Pain 5/10");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(notes).toContainText("Pain 5/10");
  await expect(notes).toContainText("(2 versions)");
  await notes.getByRole("button", { name: "Versions" }).click();
  await expect(page.getByRole("dialog").getByRole("listitem")).toContainText(["Pain 5/10", "Pain 3/10"]);
  await page.keyboard.press("Escape");

  await notes.getByRole("button", { name: "Delete" }).click();
  await expect(notes).toContainText("This note was deleted.");
  await expect(notes).not.toContainText("Pain 5/10");
  await notes.getByRole("button", { name: "Restore" }).click();
  await expect(notes).toContainText("Pain 5/10");
});

test("a note that was begun is there when one comes back to the patient", async ({ ward, enter }) => {
  const first = await ward.add({ family: "Adams", given: "Ann", values: { Place: "A1" } });
  await ward.add({ family: "Baker", given: "Bea", values: { Place: "A2" } });
  const page = await enter(ward.member, { at: `${ward.path}/patients/${first}` });
  await page.getByRole("textbox", { name: "New note" }).fill("Waiting for");
  await page.keyboard.press("Alt+PageDown");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("BAKER, Bea");
  await expect(page.getByRole("textbox", { name: "New note" })).toHaveValue("");
  await page.keyboard.press("Alt+PageUp");
  await expect(page.getByRole("textbox", { name: "New note" })).toHaveValue("Waiting for");
});

test("une identité est modifiée, la date de naissance étant connue en partie", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Dupont", given: "Jeanne" });
  const page = await enter(ward.member, { at: `${ward.path}/patients/${patient}`, locale: "fr-FR" });
  await page.getByRole("button", { name: ward.member.name }).click();
  await page.getByRole("menuitemradio", { name: "Français" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Patient…" }).click();
  await page.getByRole("menuitem", { name: "Modifier l’identité" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Date de naissance" }).fill("31/2/1938");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog).toContainText("Ce n’est pas une date.");
  await expectAccessible(page);
  await dialog.getByRole("textbox", { name: "Date de naissance" }).fill("mars 1938");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/mars-1938 \(8\d/);
});

test("two people change one note, and the second decides with both texts before them", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret" });
  const { note, sequence } = await ward.api.team(ward.team, { type: "add_note", patient, text: "Pain 3/10" });
  const page = await enter(ward.member, { at: `${ward.path}/patients/${patient}` });
  const notes = page.getByRole("region", { name: "Notes" });
  await notes.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Pain 5/10");
  const theirs = { type: "edit_note", patient, note, text: "Pain 4/10", based_on: sequence };
  await ward.api.team(ward.team, theirs);
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await notes.getByRole("button", { name: "Decide…" }).click();
  const decision = page.getByRole("dialog", { name: "Somebody else changed this too" });
  await expect(decision).toContainText("HARTLEY, Margaret");
  await expect(decision).toContainText("Pain 4/10");
  await expect(decision).toContainText("Pain 5/10");
  await decision.getByRole("button", { name: "Use mine" }).click();
  await expect(notes).toContainText("Pain 5/10");
  await expect(notes).toContainText("(3 versions)");
});

test("what the round must not miss says why, who and since when", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret", values: { Diagnosis: "Fall" } });
  const page = await enter(ward.member, { at: `${ward.path}/patients/${patient}` });
  await page.getByRole("button", { name: "More Diagnosis" }).click();
  await page.getByRole("menuitem", { name: "Highlight…" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Falls when alone");
  await page.getByRole("dialog").getByRole("button", { name: "Highlight", exact: true }).click();
  const line = page.getByRole("listitem").filter({ hasText: "Diagnosis" });
  await expect(line).toContainText("Falls when alone");
  await expect(line).toContainText(/Highlighted by Tom Whitfield, \d\d-[A-Z][a-z]{2}-\d{4}/);
  await page.getByRole("button", { name: "More Diagnosis" }).click();
  await page.getByRole("menuitem", { name: "Remove highlight" }).click();
  await expect(line).not.toContainText("Falls when alone");
});
