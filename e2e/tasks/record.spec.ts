import { expectAccessible, expectAccessibleInEveryColour } from "../support/accessible";
import { control } from "../support/form";
import { cellOf, rowOf } from "../support/grid";
import { connect, patientsOf, test } from "../support/record";
import { expect, personOf } from "../support/test";
import { apiOf, makeWard } from "../support/ward";
import { wordsOf } from "../support/words";

const settings = (team: string, section: string) => `/teams/${team}/settings/${section}`;

test("an owner looks at a record, connects the team to it, and shows it in a column", async ({
  ward,
  enter,
  record,
}) => {
  test.slow();
  const owner = await enter(ward.owner, { at: settings(ward.team, "record") });
  await expectAccessibleInEveryColour(owner);
  await owner.getByRole("button", { name: "Connect to the record" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByRole("button", { name: "Look at it" }).click();
  await expect(dialog.getByText("Fill this in.")).toHaveCount(2);
  await control(dialog, "Name").fill("Hospital record");
  await control(dialog, "FHIR address").fill(`${record.url}/nowhere`);
  await dialog.getByRole("button", { name: "Look at it" }).click();
  await expect(dialog.getByText("What answers there is no FHIR server.")).toBeVisible();

  await control(dialog, "FHIR address").fill(record.url);
  await control(dialog, "How we say who we are").selectOption({ label: "Private key (SMART Backend Services)" });
  await expect(control(dialog, "Address of our public keys")).toHaveValue(/\/api\/ehr\/jwks$/);
  await expectAccessible(owner);
  await control(dialog, "How we say who we are").selectOption({ label: "No sign-in (only for open test servers)" });
  await dialog.getByRole("button", { name: "Look at it" }).click();
  await expect(dialog.getByRole("heading", { name: "What was found" })).toBeFocused();
  await expect(dialog.getByRole("row", { name: "Vital signs Yes" })).toBeVisible();
  await expectAccessibleInEveryColour(owner);
  await dialog.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(owner.getByRole("listitem").filter({ hasText: "Hospital record" })).toContainText("FHIR 4.0.1");

  await owner.getByRole("button", { name: "Switch NEWS2 on…" }).click();
  await expect(owner.getByRole("dialog")).toBeVisible();
  await expectAccessible(owner);
  await control(owner.getByRole("dialog"), "Stale after, in hours").fill("0");
  await owner.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(owner.getByRole("dialog").getByText("Write a whole number")).toBeVisible();
  await control(owner.getByRole("dialog"), "Stale after, in hours").fill("8");
  await owner.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(owner.getByText("Stale after 8 hours.")).toBeVisible();
  await expectAccessibleInEveryColour(owner);

  // What the record's words for consciousness mean, all by keyboard.
  await owner.getByRole("button", { name: "Consciousness…" }).press("Enter");
  const map = owner.getByRole("dialog", { name: "What consciousness is read from" });
  const words = map.getByRole("group", { name: "What words mean" });
  await words.getByRole("button", { name: "Add words" }).press("Enter");
  const added = words.getByRole("textbox").last();
  await expect(added).toBeFocused();
  await owner.keyboard.type("mentally  ALERT");
  await words.getByRole("combobox").last().selectOption({ label: "V: responds to voice" });
  await map.getByRole("button", { name: "Save" }).press("Enter");
  await expect(map.getByText("has two meanings here")).toBeVisible();
  await expectAccessible(owner);
  await added.fill("Opens eyes to speech");
  await map.getByRole("button", { name: "Save" }).press("Enter");
  await expect(map).toHaveCount(0);
  await owner.getByRole("button", { name: "Consciousness…" }).press("Enter");
  await expect(added).toHaveValue("Opens eyes to speech");
  await expect(words.getByRole("combobox").last()).toHaveValue("voice");
  await words.getByRole("button", { name: "Remove Opens eyes to speech" }).press("Enter");
  await expect(words.getByRole("button", { name: "Add words" })).toBeFocused();
  await expect(added).not.toHaveValue("Opens eyes to speech");
  await owner.keyboard.press("Escape");
  await expect(map).toHaveCount(0);

  await owner.getByRole("link", { name: "Fields" }).click();
  await owner.getByRole("button", { name: "Add a field" }).click();
  await control(owner.getByRole("dialog"), "Name").fill("Early warning");
  await control(owner.getByRole("dialog"), "Type").selectOption({ label: "From the record" });
  await control(owner.getByRole("dialog"), "What it shows").selectOption({ label: "NEWS2" });
  await expectAccessible(owner);
  await owner.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
  await expect(owner.getByRole("button", { name: "Change… Early warning" })).toBeVisible();

  // Others see with what the team is connected, and change nothing.
  const nurse = await enter(ward.member, { at: settings(ward.team, "record") });
  await expect(nurse.getByRole("listitem").filter({ hasText: "Hospital record" })).toContainText(record.url);
  await expect(nurse.getByRole("main").getByRole("button")).toHaveCount(0);
});

test("une infirmière cherche dans le dossier et ajoute, au clavier, et les colonnes se remplissent", async ({
  hospital,
  enter,
  record,
}) => {
  test.slow();
  const ward = await makeWard(hospital, "fr");
  await connect(ward, record, { Constantes: "vital_signs", Allergies: "allergies" });
  const [wanted] = await patientsOf(record);
  if (!wanted) throw new Error("the record has nobody");
  const words = wordsOf("fr");
  const page = await enter(ward.member, { at: ward.path, locale: "fr-FR" });
  const { keyboard } = page;
  await page
    .getByRole("main")
    .getByRole("button", { name: words("add-patient") })
    .last()
    .focus();
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: words("find-in-record") });
  await expect(control(dialog, words("family-name"))).toBeFocused();
  await expectAccessibleInEveryColour(page);

  // Too little is refused at its field, and what was typed stays.
  await keyboard.type(wanted.family.slice(0, 3));
  await keyboard.press("Enter");
  await expect(dialog.getByText(words("search-born-needed"))).toBeVisible();
  await expect(control(dialog, words("family-name"))).toHaveValue(wanted.family.slice(0, 3));
  await keyboard.press("Tab");
  await keyboard.type((wanted.given[0] ?? "").slice(0, 3));
  await keyboard.press("Tab");
  await keyboard.type(wanted.birth_date);
  await keyboard.press("Enter");
  await expect(dialog.getByText("1 patient correspond.")).toBeFocused();
  await expect(dialog.getByRole("listitem")).toContainText(wanted.family.toLocaleUpperCase("fr"));
  await expectAccessibleInEveryColour(page);
  expect(page.url()).not.toContain(wanted.family);
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await expect(dialog).toBeHidden();

  const row = rowOf(page, wanted.family.toLocaleUpperCase("fr"));
  await expect(row.getByRole("rowheader")).toContainText(words("linked-to-record"));
  const signs = row.getByRole("gridcell").filter({ hasText: "mmHg" });
  await expect(signs).toContainText(words("blood-pressure"), { timeout: 20_000 });
  await expect(signs).toHaveAttribute("aria-readonly", "true");
  // What the record says for the first time is no change, and not marked as one.
  await expect(signs).not.toContainText(words("the-record"));
  await expect(page.getByText(/^Colonnes du dossier\s: état à /)).toBeVisible();
  await expectAccessibleInEveryColour(page);

  // Typing edits nothing there and says why; the same patient again is not offered to be added, and opens.
  await signs.click({ position: { x: 4, y: 4 } });
  await keyboard.type("7");
  await expect(page.getByText(words("from-the-record-how"))).toBeAttached();
  await expect(signs.getByRole("textbox")).toHaveCount(0);
  await page.getByRole("button", { name: words("add-patient") }).click();
  await control(dialog, words("record-id")).fill(wanted.id);
  await keyboard.press("Enter");
  await expect(dialog.getByRole("listitem")).toContainText(words("found-is-here"));
  await expect(dialog.getByRole("button", { name: words("add-found") })).toHaveCount(0);
  await expectAccessible(page);

  // Escape asks before it throws away what was typed; Escape again goes on where one was.
  await control(dialog, words("record-id")).focus();
  await keyboard.press("Escape");
  await expect(dialog.getByText(words("discard-question"))).toBeVisible();
  await expectAccessible(page);
  await keyboard.press("Escape");
  await expect(dialog.getByText(words("discard-question"))).toHaveCount(0);
  await expect(control(dialog, words("record-id"))).toBeFocused();
  await keyboard.press("Escape");
  await dialog.getByRole("button", { name: words("discard") }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole("button", { name: words("add-patient") }).click();
  await control(dialog, words("record-id")).fill(wanted.id);
  await dialog.getByRole("button", { name: words("type-in-yourself") }).click();
  await expect(page.getByRole("dialog", { name: words("add-patient") })).toBeVisible();
});

test("a record that goes away is said above the list, and what was known last stays", async ({
  ward,
  enter,
  record,
}) => {
  test.setTimeout(150_000);
  await connect(ward, record, { "Vital signs": "vital_signs" });
  const [patient] = await patientsOf(record);
  await ward.api.team(ward.team, { type: "add_ehr_patient", list: ward.list, ehr_id: patient?.id });
  const page = await enter(ward.member, { at: ward.path });
  const signs = await cellOf(page, (patient?.family ?? "").toUpperCase(), "Vital signs from the record");
  await expect(signs).toContainText("mmHg", { timeout: 20_000 });
  const trouble = page.getByRole("status").filter({ hasText: "What was known last stays in the columns" });
  await expect(trouble).toHaveCount(0);

  // Charts are read anew once a minute, and at once where nobody looked at the list for a moment.
  await page.goto(settings(ward.team, "fields"));
  await record.stop();
  await page.waitForTimeout(3_000);
  await page.goto(ward.path);
  await expect(trouble).toContainText("The record cannot be reached.", { timeout: 100_000 });
  await expect(signs).toContainText("mmHg");
  await expectAccessibleInEveryColour(page);
});

test("the list says at once that the team has left the record", async ({ ward, enter, record }) => {
  await connect(ward, record, { Allergies: "allergies" });
  const [patient] = await patientsOf(record);
  await ward.api.team(ward.team, { type: "add_ehr_patient", list: ward.list, ehr_id: patient?.id });
  const page = await enter(ward.member, { at: ward.path });
  const asOf = page.getByText("Columns of the record: as of");
  await expect(asOf).toBeVisible({ timeout: 20_000 });
  await ward.api.team(ward.team, { type: "remove_ehr_connection" });
  await expect(page.getByText("The team is connected to no record")).toBeVisible();
  await expect(asOf).toHaveCount(0);
  await expectAccessible(page);
});

test("a guest is not offered the record, and is refused by the server", async ({ ward, enter, record, hospital }) => {
  await connect(ward, record, { Allergies: "allergies" });
  const page = await enter(ward.guest, { at: ward.path });
  await expect(page.getByRole("heading", { name: "There is no patient on this list yet" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a patient" })).toHaveCount(0);
  const guest = await apiOf(hospital, ward.guest);
  const refusal = await guest.post(`/api/teams/${ward.team}/ehr/search`, { mrn: "10015271" }).catch((thrown) => thrown);
  expect(refusal).toMatchObject({ status: 403, code: "not_permitted" });
});

test("a team begins with the record: its owner connects it, and the others find whom to ask", async ({
  hospital,
  enter,
  ward,
}) => {
  const administrator = await apiOf(hospital, personOf(hospital, "admin"));
  const { team = "" } = await administrator.organization({
    type: "create_team",
    name: "Ward of the record",
    owner: ward.userId(ward.owner),
    time_zone: "Europe/Paris",
  });
  const owner = await enter(ward.owner, { at: `/teams/${team}` });
  await expectAccessibleInEveryColour(owner);
  await owner.getByRole("button", { name: "Start with the hospital’s record" }).click();
  await expect(owner.getByRole("button", { name: "Connect to the record" })).toBeVisible();
  await ward.api.team(team, { type: "add_member", user: ward.userId(ward.member), role: "member" });
  const nurse = await enter(ward.member, { at: `/teams/${team}` });
  await expect(nurse.getByText("Ask an owner to connect it.")).toBeVisible();
  await expect(nurse.getByRole("link", { name: "Connect to the record" })).toHaveCount(0);
  await owner.goto(`/teams/${team}`);
  await owner.getByRole("link", { name: "Connect to the record" }).click();
  await expect(owner).toHaveURL(/settings\/record$/);
});

test("who searches often is asked why, and what was typed stays", async ({ ward, enter, record, hospital }) => {
  await connect(ward, record, {});
  // Somebody who searches in no other test: searches are counted by person.
  const searcher = personOf(hospital, "priya");
  await ward.api.team(ward.team, { type: "add_member", user: ward.userId(searcher), role: "member" });
  const page = await enter(searcher, { at: ward.path });
  const api = await apiOf(hospital, searcher);
  for (let count = 0; count < 30; count += 1) await api.post(`/api/teams/${ward.team}/ehr/search`, { mrn: "none" });

  await page.getByRole("main").getByRole("button", { name: "Add a patient" }).last().click();
  const dialog = page.getByRole("dialog");
  await control(dialog, "Id in the record").fill("p002");
  await dialog.getByRole("button", { name: "Search" }).click();
  await expect(dialog.getByText("You searched more than 30 times within 10 minutes.")).toBeVisible();
  await dialog.getByRole("button", { name: "Search" }).click();
  await expect(dialog.getByText("Write the reason.")).toBeVisible();
  await expectAccessibleInEveryColour(page);
  await expect(control(dialog, "Id in the record")).toHaveValue("p002");
  await control(dialog, "Reason for searching").fill("Night admissions");
  await dialog.getByRole("button", { name: "Search" }).click();
  await dialog.getByRole("button", { name: /^Add to the list/ }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(1);
});
