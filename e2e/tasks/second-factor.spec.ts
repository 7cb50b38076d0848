import { expectAccessibleInEveryColour } from "../support/accessible";
import { addDevice, codeOf } from "../support/authenticator";
import { control } from "../support/form";
import { makePerson } from "../support/person";
import { expect, test } from "../support/test";

test("a physician turns two-step sign-in on, and signs in by a code and by a recovery code", async ({
  hospital,
  enter,
  page,
}) => {
  const person = await makePerson(hospital, "en");
  const account = await enter(person, { at: "/account" });
  const section = account.getByRole("region", { name: "Two-step sign-in" });
  await section.getByRole("button", { name: "Turn on two-step sign-in" }).click();
  await control(section, "Your password, to confirm").fill(person.password);
  await section.getByRole("button", { name: "Go on" }).click();
  await expect(section.getByRole("img", { name: "QR code for the authenticator app" })).toBeVisible();
  await expectAccessibleInEveryColour(account);
  const secret = (await section.locator("code").textContent()) ?? "";
  await control(section, "Code").fill(codeOf(secret));
  await section.getByRole("button", { name: "Turn it on" }).click();
  await expect(section.getByRole("listitem")).toHaveCount(10);
  const recovery = (await section.getByRole("listitem").first().textContent()) ?? "";
  await section.getByRole("button", { name: "I have kept them" }).click();
  await expect(section.getByText("You have 10 recovery codes left.")).toBeVisible();

  const begin = async () => {
    await page.goto("/");
    await control(page, "User name").fill(person.user);
    await control(page, "Password").fill(person.password);
    await control(page, "Password").press("Enter");
    await expect(page.getByRole("heading", { name: "Second step" })).toBeVisible();
  };
  await begin();
  await expectAccessibleInEveryColour(page);
  await control(page, "Code").fill("000000");
  await control(page, "Code").press("Enter");
  await expect(page.getByText("The code is wrong or was used already").first()).toBeVisible();
  // The code that turned it on was used by that: the next one is good already.
  await control(page, "Code").fill(codeOf(secret, 1));
  await control(page, "Code").press("Enter");
  await expect(page.getByRole("banner").getByRole("button", { name: person.name })).toBeVisible();

  await page.context().clearCookies();
  await begin();
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await control(page, "Recovery code").fill(recovery);
  await control(page, "Recovery code").press("Enter");
  await expect(page.getByRole("banner").getByRole("button", { name: person.name })).toBeVisible();
});

test("somebody adds a passkey, and signs in by it without a name and a password", async ({ hospital, enter }) => {
  // Browsers make passkeys for a name, and not for a number.
  const baseURL = hospital.url.replace("127.0.0.1", "localhost");
  const person = await makePerson(hospital, "en");
  const page = await enter(person, { at: "/account", baseURL });
  await addDevice(page);
  const section = page.getByRole("region", { name: "Passkeys" });
  await section.getByRole("button", { name: "Add a passkey" }).click();
  await control(section, "Name of the passkey").fill("My telephone");
  await control(section, "Your password, to confirm").fill(person.password);
  await expectAccessibleInEveryColour(page);
  await section.getByRole("button", { name: "Make the passkey" }).click();
  await expect(section.getByRole("listitem").filter({ hasText: "My telephone" })).toBeVisible();

  await page.getByRole("banner").getByRole("button", { name: person.name }).click();
  await page.getByRole("menuitem", { name: "Lock the screen" }).click();
  await page.getByRole("button", { name: "Unlock with a passkey" }).click();
  await expect(page.getByText("Unlocked. Nothing was lost.").first()).toBeVisible();

  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("banner").getByRole("button", { name: person.name })).toBeVisible();
  await page.goto("/account");
  await section.getByRole("button", { name: "Remove My telephone" }).click();
  await expect(section.getByRole("listitem")).toHaveCount(0);
});

test("somebody ends a session that they left open elsewhere, and its page closes", async ({
  hospital,
  ward,
  enter,
}) => {
  const person = await makePerson(hospital, "en");
  await ward.api.team(ward.team, { type: "add_member", user: person.id, role: "member" });
  await ward.add({ family: "Baker", given: "Bea" });
  const elsewhere = await enter(person, { at: ward.path });
  await expect(elsewhere.getByText("BAKER").first()).toBeVisible();
  const here = await enter(person, { at: "/account" });
  const section = here.getByRole("region", { name: "Where I am signed in" });
  await expect(section.getByRole("listitem")).toHaveCount(2);
  await section.getByRole("button", { name: /^End/ }).click();
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible({ timeout: 5_000 });
  await expect(elsewhere.getByText("BAKER")).toHaveCount(0);
  await expect(section.getByRole("listitem")).toHaveCount(1);
});
