import { expectAccessibleInEveryColour } from "../support/accessible";
import { control } from "../support/form";
import { cellOf, write } from "../support/grid";
import { signIn } from "../support/sign-in";
import { expect, personOf, test } from "../support/test";
import { apiOf } from "../support/ward";

let accounts = 0;

/** Somebody whose password only this test changes. */
async function makeUser(hospital: Parameters<typeof apiOf>[0], language: "en" | "fr") {
  accounts += 1;
  const made = { user: `own${accounts}`, name: `Own ${accounts}`, password: "the first of two" };
  const api = await apiOf(hospital, personOf(hospital, "admin"));
  await api.organization({ type: "create_user", language, ...made });
  return made;
}

test("a person changes their password, and is signed out elsewhere", async ({ hospital, enter }) => {
  const me = await makeUser(hospital, "en");
  const page = await enter(me);
  const elsewhere = await enter(me);
  await page.getByRole("banner").getByRole("button", { name: me.name }).click();
  await page.getByRole("menuitem", { name: "My account" }).click();
  await expect(page.getByRole("heading", { name: "My account" })).toBeVisible();
  await control(page, "Current password").fill("not this one");
  await control(page, "New password").fill("the second of two");
  await control(page, "New password, again").fill("the second of two");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("The current password is wrong.").first()).toBeVisible();
  await control(page, "Current password").fill(me.password);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("The password was changed.").first()).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(elsewhere, { user: me.user, password: "the second of two" });
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("signing out says first which changes would be lost", async ({ ward, enter }) => {
  await ward.add({ family: "Baker", given: "Bea", values: { Diagnosis: "Asthma" } });
  const page = await enter(ward.member, { at: ward.path });
  await page.route("**/commands", (route) => route.abort("connectionreset"));
  await write(await cellOf(page, "BAKER", "Diagnosis"), "Pneumonia");
  const signOut = async () => {
    await page.getByRole("banner").getByRole("button", { name: ward.member.name }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
  };
  await signOut();
  const notices = page.getByRole("region", { name: "Notifications" });
  await expect(notices).toContainText("1 change was not sent yet.");
  await expectAccessibleInEveryColour(page);
  await notices.getByRole("button", { name: "Dismiss" }).first().click();
  await page.unroute("**/commands");
  await expect.poll(() => ward.api.get(ward.path.replace(/^/, "/api")).then(JSON.stringify)).toContain("Pneumonia");
  await signOut();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("ce qui manque est dit en français, à son champ", async ({ hospital, enter }) => {
  const page = await enter(await makeUser(hospital, "fr"), { at: "/account" });
  await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();
  await page.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(page.getByText("Écrivez le mot de passe actuel.")).toBeVisible();
  await expectAccessibleInEveryColour(page);
});
