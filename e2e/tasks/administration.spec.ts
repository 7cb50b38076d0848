import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { control } from "../support/form";
import { signIn } from "../support/sign-in";
import { expect, personOf, test } from "../support/test";
import { apiOf } from "../support/ward";

const PASSWORD = "a first password";

let accounts = 0;

/** The administrator makes an account with a first password, for this test alone. */
async function makeUser(page: Page): Promise<{ name: string; user: string; password: string }> {
  accounts += 1;
  const made = { name: `Person ${accounts}`, user: `person${accounts}`, password: PASSWORD };
  await page.getByRole("button", { name: "Add a user" }).click();
  const dialog = page.getByRole("dialog");
  await control(dialog, "Name").fill(made.name);
  await control(dialog, "User name").fill(made.user);
  await dialog.getByRole("radio", { name: "With a password that I choose" }).check();
  await control(dialog, "First password").fill(made.password);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toBeHidden();
  return made;
}

async function choose(page: Page, name: string, action: string) {
  await page.getByRole("button", { name: `Change… ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("an administrator closes an account, and whoever had it is out at once", async ({ hospital, enter }) => {
  const page = await enter(personOf(hospital, "admin"), { at: "/administration/users" });
  const made = await makeUser(page);
  const theirs = await enter(made);
  await expect(theirs.getByRole("heading", { name: "You belong to no team yet" })).toBeVisible();
  await choose(page, made.name, "Close the account…");
  await page.getByRole("dialog").getByRole("button", { name: "Close the account" }).click();
  const line = page.getByRole("listitem").filter({ hasText: made.name });
  await expect(line).toContainText("account closed");
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await choose(page, made.name, "Open the account again…");
  await page.getByRole("dialog").getByRole("button", { name: "Open the account" }).click();
  await expect(line).not.toContainText("account closed");
  await signIn(theirs, made);
});

test("a new one-time link sets a new password, and replaces the earlier link", async ({ hospital, enter, browser }) => {
  const page = await enter(personOf(hospital, "admin"), { at: "/administration/users" });
  const made = await makeUser(page);
  const links: string[] = [];
  for (const _ of [1, 2]) {
    await choose(page, made.name, "New one-time link…");
    await page.getByRole("dialog").getByRole("button", { name: "Make the link" }).click();
    const link = control(page.getByRole("dialog"), "Link");
    links.push(await link.inputValue());
    await page.getByRole("button", { name: "Copy the link" }).click();
    await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(links[0] ?? "");
  await expect(theirs.getByText("This link was used, replaced, or is too old.")).toBeVisible();
  // In the same tab: only what stands behind the # differs.
  await theirs.goto(links[1] ?? "");
  await control(theirs, "New password").fill("another password");
  await control(theirs, "New password, again").fill("not the same");
  await theirs.getByRole("button", { name: "Set the password and sign in" }).click();
  await expect(theirs.getByText("The two are not alike.")).toBeVisible();
  await control(theirs, "New password, again").fill("another password");
  await theirs.getByRole("button", { name: "Set the password and sign in" }).click();
  await expect(theirs.getByRole("heading", { name: "You belong to no team yet" })).toBeVisible();
  await context.close();
});

test("a lost answer does not lock a person out of their link", async ({ hospital, enter, browser }) => {
  const page = await enter(personOf(hospital, "admin"), { at: "/administration/users" });
  const made = await makeUser(page);
  await choose(page, made.name, "New one-time link…");
  await page.getByRole("dialog").getByRole("button", { name: "Make the link" }).click();
  const link = await control(page.getByRole("dialog"), "Link").inputValue();
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(link);
  await theirs.route(
    "**/api/enrolment",
    async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    },
    { times: 1 },
  );
  await control(theirs, "New password").fill("another password");
  await control(theirs, "New password, again").fill("another password");
  await theirs.getByRole("button", { name: "Set the password and sign in" }).click();
  await expect(theirs.getByRole("main").getByText("The server did not answer.")).toBeVisible();
  await theirs.getByRole("button", { name: "Set the password and sign in" }).click();
  await expect(theirs.getByRole("heading", { name: "You belong to no team yet" })).toBeVisible();
  await context.close();
});

test("an administrator changes their own name, and the page says it", async ({ hospital, enter }) => {
  const page = await enter(personOf(hospital, "admin"), { at: "/administration/users" });
  const made = await makeUser(page);
  await choose(page, made.name, "Edit the user");
  await page
    .getByRole("dialog")
    .getByRole("checkbox", { name: /Administrator/ })
    .check();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const theirs = await enter(made, { at: "/administration/users" });
  await choose(theirs, `${made.name}`, "Edit the user");
  await control(theirs.getByRole("dialog"), "Name").fill(`${made.name} Renamed`);
  await theirs.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(theirs.getByRole("banner")).toContainText(`${made.name} Renamed`);
});

test("an administrator finds somebody among many", async ({ hospital, enter }) => {
  const admin = await apiOf(hospital, personOf(hospital, "admin"));
  for (const name of ["Zoé Brûlé", "Zoe Burke", "Anna Zimmer"])
    await admin.organization({ type: "create_user", name, user: name.toLowerCase().replace(" ", ".") });
  const page = await enter(personOf(hospital, "admin"), { at: "/administration/users" });
  await page.getByLabel("Find by name or user name").fill("brule");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("main").getByRole("listitem")).toContainText("Zoé Brûlé");
  await page.getByLabel("Find by name or user name").fill("nobody at all");
  await expect(page.getByText("Nothing fits.")).toBeVisible();
});

test("the administrator's pages are for administrators", async ({ ward, enter }) => {
  const page = await enter(ward.owner, { at: "/administration/users" });
  await expect(page.getByText("Your role does not allow this. It takes: administrator.")).toBeVisible();
  await expectAccessible(page);
});

test("an administrator renames a team", async ({ hospital, ward, enter }) => {
  const page = await enter(personOf(hospital, "admin"), { at: "/administration/teams" });
  await page.getByRole("button", { name: `Rename… ${ward.name}`, exact: true }).click();
  const name = control(page.getByRole("dialog"), "Name");
  await expect(name).toHaveValue(ward.name);
  await name.fill(`${ward.name}, renamed`);
  await name.press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: `${ward.name}, renamed` })).toBeVisible();
});
