import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { cellOf, rowOf } from "../support/grid";
import { expect, personOf, test } from "../support/test";
import { apiOf, auditorOf, type Ward } from "../support/ward";

const PHONE = { width: 390, height: 844 };
const SECRETS = [
  "Canarysdottir",
  "Ágústa",
  "1938-03-02",
  "4417203",
  "Very private",
  "Told in a note",
  "Missed by nobody",
];

/** Somebody known in town, with something of everything, for whom the nurse is responsible. */
async function protect(ward: Ward, nurse: { readonly api: Awaited<ReturnType<typeof apiOf>>; readonly id: string }) {
  const patient = await ward.add({
    family: "Canarysdottir",
    given: "Ágústa",
    born: "1938-03-02",
    number: "4417203",
    values: { Place: "A1", Diagnosis: "Very private" },
  });
  await ward.api.team(ward.team, { type: "add_note", patient, text: "Told in a note" });
  await ward.api.team(ward.team, { type: "highlight", patient, reason: "Missed by nobody" });
  await nurse.api.team(ward.team, { type: "set_responsible", patient, users: [nurse.id] });
  await nurse.api.team(ward.team, { type: "set_sensitive", patient, sensitive: true, reason: "Known in town" });
  return patient;
}

/** All that a page is told from now on, and what it shows. */
function listenTo(page: Page): () => Promise<string> {
  const heard: string[] = [];
  const bodies: Promise<void>[] = [];
  page.on("response", (response) => {
    if (!response.url().includes("/api/")) return;
    bodies.push(
      response.text().then(
        (text) => void heard.push(text),
        () => {},
      ),
    );
  });
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(payload.toString())));
  return async () => {
    await Promise.all(bodies);
    return [...heard, await page.content()].join("\n");
  };
}

function expectNoneOf(told: string) {
  for (const secret of SECRETS) expect(told.toLowerCase(), secret).not.toContain(secret.toLowerCase());
}

test("a nurse protects her patient, a colleague opens it with a reason, and an owner reviews that", async ({
  hospital,
  ward,
  enter,
}) => {
  test.setTimeout(90_000);
  const colleague = personOf(hospital, "mehdi");
  await ward.api.team(ward.team, { type: "add_member", user: ward.userId(colleague), role: "member" });
  const nurse = { api: await apiOf(hospital, ward.member), id: ward.userId(ward.member) };
  const patient = await protect(ward, nurse);
  await ward.add({ family: "Baker", given: "Bea", values: { Place: "A2", Diagnosis: "Asthma" } });

  // Her own list shows everything, and that the patient is protected.
  const hers = await enter(ward.member, { at: ward.path });
  await expect(rowOf(hers, "CANARYSDOTTIR")).toContainText("Protected");
  await expect(rowOf(hers, "CANARYSDOTTIR")).toContainText("Responsible: Tom Whitfield");

  // A colleague sees initials, place and status, and is told nothing else, whatever the nurse does meanwhile.
  const his = await enter(colleague, { at: "/account" });
  await his.evaluate(() => localStorage.setItem("patients.language", "en"));
  const told = listenTo(his);
  await his.goto(ward.path);
  const masked = rowOf(his, "Á. C.");
  await expect(masked).toContainText("Protected");
  await expect(masked).toContainText("A1");
  await expect(await cellOf(his, "Á. C.", "Diagnosis")).toHaveText("Protected");
  await nurse.api.team(ward.team, { type: "add_note", patient, text: "Told in a note, too" });
  await nurse.api.team(ward.team, { type: "set_patient_status", patient, status: "expected" });
  await expect(masked).toContainText("Expected");
  await expectAccessible(his);
  await masked.getByRole("link").press("Enter");
  await expect(his.getByRole("heading", { name: /why do you open her or him/ })).toBeVisible();
  await expectAccessible(his);
  expectNoneOf(await told());

  // By keyboard: the question, what is missing, and then the patient.
  await his.getByRole("button", { name: "Open for 60 minutes" }).press("Enter");
  await expect(his.getByText("Choose one.")).toBeVisible();
  await his.getByRole("radio", { name: "Emergency" }).focus();
  await his.keyboard.press("ArrowDown");
  await expect(his.getByRole("radio", { name: "Covering for a colleague" })).toBeChecked();
  await his.getByRole("textbox", { name: "Reason" }).fill("Tom is on leave today");
  await his.getByRole("button", { name: "Open for 60 minutes" }).press("Enter");
  await expect(his.getByRole("heading", { level: 1 })).toContainText("CANARYSDOTTIR");
  await expect(his.getByText(/You see this protected patient for (60|59) more minutes/)).toBeVisible();
  await expect(his.getByText("Told in a note", { exact: true })).toBeVisible();
  await his.goBack();
  await expect(rowOf(his, "CANARYSDOTTIR")).toContainText("Protected");

  // The owner is no exception, and finds what waits for her.
  const owners = await enter(ward.owner, { at: ward.path });
  await expect(rowOf(owners, "Á. C.")).toBeVisible();
  await owners.getByRole("link", { name: "Emergency access (1 to review)" }).click();
  await expect(owners.getByText("1 opening waits for a review")).toBeVisible();
  await expect(owners.getByRole("strong")).toHaveText(/Mehdi .+ opened Á\. C\./);
  await expect(owners.getByText("Tom is on leave today")).toBeVisible();
  await owners.getByRole("button", { name: /^Review/ }).click();
  await owners.getByRole("radio", { name: "No, it was inappropriate" }).check();
  await owners.getByRole("button", { name: "Save the review" }).click();
  await expect(owners.getByText("Write why it was inappropriate.")).toBeVisible();
  await owners.getByRole("textbox", { name: "Comment" }).fill("Tom was here");
  await owners.getByRole("button", { name: "Save the review" }).click();
  await expect(owners.getByText("Everything is reviewed.")).toBeVisible();
  await expect(owners.getByText("Tom was here")).toBeVisible();
  await expect(owners.getByRole("link", { name: "Emergency access", exact: true })).toBeVisible();
});

test("an owner protects a patient and says who is responsible, on a phone", async ({ ward, enter }) => {
  const patient = await ward.add({ family: "Hartley", given: "Margaret", values: { Place: "A1", Diagnosis: "Fall" } });
  const tom = await enter(ward.member, { at: ward.path, viewport: PHONE });
  const ruth = await enter(ward.owner, { at: `${ward.path}/patients/${patient}`, viewport: PHONE });
  await ruth.getByRole("button", { name: "Choose…" }).click();
  await ruth.getByRole("dialog").getByRole("checkbox", { name: "Ruth Okafor" }).check();
  await ruth.getByRole("button", { name: "Save" }).click();
  await expect(ruth.getByRole("region", { name: "Responsible" })).toContainText("Ruth Okafor");
  await ruth.getByRole("button", { name: "Patient…" }).click();
  await ruth.getByRole("menuitem", { name: "Protect…" }).click();
  await ruth.getByRole("dialog").getByRole("textbox").fill("Works on this ward");
  await ruth.getByRole("button", { name: "Protect", exact: true }).click();
  await expect(ruth.getByText("Protected: Works on this ward")).toBeVisible();

  // Tom has the list open: the card is masked at once, and nothing of it can be edited.
  await expect(tom.getByRole("link", { name: /M\. H\.\s+Protected/ })).toBeVisible();
  await expect(tom.getByText("HARTLEY")).toHaveCount(0);
  await expect(tom.getByRole("button", { name: /^Diagnosis/ })).toHaveCount(0);
  await expectAccessible(tom);

  await ruth.getByRole("button", { name: "Patient…" }).click();
  await ruth.getByRole("menuitem", { name: "Protect no more…" }).click();
  await ruth.getByRole("dialog").getByRole("textbox").fill("Has gone home");
  await ruth.getByRole("button", { name: "Protect no more", exact: true }).click();
  await expect(tom.getByRole("link", { name: /HARTLEY, Margaret/ })).toBeVisible();
});

test("an auditor sees who opened whom in every team, and nothing else of the patient", async ({
  hospital,
  ward,
  enter,
}) => {
  const nurse = { api: await apiOf(hospital, ward.member), id: ward.userId(ward.member) };
  const patient = await protect(ward, nurse);
  await ward.api.team(ward.team, { type: "break_glass", patient, code: "other", text: "Her daughter is on the phone" });
  const page = await enter(await auditorOf(hospital));
  const told = listenTo(page);
  await page.getByRole("button", { name: "Audrey Blanc" }).click();
  await page.getByRole("menuitem", { name: "Emergency access" }).click();
  const team = page.getByRole("region", { name: ward.name, exact: true });
  await expect(team).toContainText("Ruth Okafor opened CANARYSDOTTIR, Ágústa");
  await expect(team).toContainText("1 opening waits for a review");
  await expectAccessible(page);
  await team.getByRole("button", { name: /^Review/ }).click();
  await page.getByRole("radio", { name: "Yes, it was appropriate" }).check();
  await page.getByRole("button", { name: "Save the review" }).click();
  await expect(team).toContainText("Appropriate: Audrey Blanc");
  const heard = await told();
  for (const secret of ["Very private", "Told in a note", "Missed by nobody"]) expect(heard).not.toContain(secret);
});
