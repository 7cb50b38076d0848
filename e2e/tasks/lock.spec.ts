import { expectAccessibleInEveryColour } from "../support/accessible";
import { control } from "../support/form";
import { cellOf, write } from "../support/grid";
import { makePerson } from "../support/person";
import { expect, test } from "../support/test";

const PIN = "271828";

test("a nurse locks her screen, and comes back by her PIN to what she had not sent", async ({
  hospital,
  ward,
  enter,
}) => {
  await ward.add({ family: "Baker", given: "Bea", values: { Diagnosis: "Asthma" } });
  const nurse = await makePerson(hospital, "en");
  await ward.api.team(ward.team, { type: "add_member", user: nurse.id, role: "member" });
  const page = await enter(nurse, { at: "/account" });
  const pin = page.getByRole("region", { name: "PIN" });
  await pin.getByRole("button", { name: "Choose a PIN" }).click();
  await control(pin, "New PIN").fill(PIN);
  await control(pin, "Your password, to confirm").fill(nurse.password);
  await pin.getByRole("button", { name: "Save the PIN" }).click();
  await expect(pin.getByText("You have a PIN.")).toBeVisible();

  await page.goto(ward.path);
  const cell = await cellOf(page, "BAKER", "Diagnosis");
  // Another tab of the same browser is covered with it.
  const other = await page.context().newPage();
  await other.goto(ward.path);
  await expect(await cellOf(other, "BAKER", "Diagnosis")).toBeVisible();
  await page.bringToFront();
  await page.route("**/commands", (route) => route.abort("connectionreset"));
  await write(cell, "Pneumonia");
  await page.getByRole("banner").getByRole("button", { name: nurse.name }).click();
  await page.getByRole("menuitem", { name: "Lock the screen" }).click();
  await expect(page.getByRole("heading", { name: "The screen is locked" })).toBeVisible();
  for (const covered of [page, other]) {
    await expect(covered.getByRole("grid")).toHaveCount(0);
    await expect(covered.getByText("BAKER").first()).toBeHidden();
  }
  await expectAccessibleInEveryColour(page);
  await control(page, "PIN").fill("314159");
  await page.getByRole("button", { name: "Unlock", exact: true }).click();
  await expect(page.getByRole("alert").getByText("After 4 more wrong PINs you are signed out.")).toBeVisible();
  await page.unroute("**/commands");
  await control(page, "PIN").fill(PIN);
  await control(page, "PIN").press("Enter");
  await expect(page.getByText("Unlocked. Nothing was lost.").first()).toBeVisible();
  await expect(await cellOf(page, "BAKER", "Diagnosis")).toContainText("Pneumonia");
  await expect.poll(() => ward.api.get(`/api${ward.path}`).then(JSON.stringify)).toContain("Pneumonia");
  await expect(await cellOf(other, "BAKER", "Diagnosis")).toContainText("Pneumonia");
});

test("a screen stays locked when the page is loaded anew", async ({ hospital, enter }) => {
  const person = await makePerson(hospital, "fr");
  const page = await enter(person);
  await page.getByRole("banner").getByRole("button", { name: person.name }).click();
  await page.getByRole("menuitem", { name: "Verrouiller l’écran" }).click();
  await page.reload();
  await expect(page.getByRole("heading", { name: /L’écran est verrouillé|The screen is locked/ })).toBeVisible();
  await page.getByRole("button", { name: /Se reconnecter|Sign in again/ }).click();
  await control(page, "(Nom d’utilisateur|User name)").fill(person.user);
  await control(page, "(Mot de passe|Password)").fill(person.password);
  await control(page, "(Mot de passe|Password)").press("Enter");
  await expect(page.getByRole("banner").getByRole("button", { name: person.name })).toBeVisible();
});
