import type { Page } from "@playwright/test";
import { expectAccessible, expectAccessibleInEveryColour } from "../support/accessible";
import { test } from "../support/empty";
import { control } from "../support/form";
import { expect } from "../support/test";

const PASSWORD = "seven small boats";

async function setPassword(page: Page) {
  await control(page, "New password").fill(PASSWORD);
  await control(page, "New password, again").fill(PASSWORD);
  await page.getByRole("button", { name: "Set the password and sign in" }).click();
}

async function addUser(page: Page, name: string, user: string): Promise<string> {
  await page.getByRole("button", { name: "Add a user" }).click();
  const dialog = page.getByRole("dialog");
  await control(dialog, "Name").fill(name);
  await control(dialog, "User name").fill(user);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toContainText("shown only once");
  const link = await control(dialog, "Link").inputValue();
  await dialog.getByRole("button", { name: "Close" }).click();
  return link;
}

test("an empty server is begun: the first administrator, a user, a team and its first list", async ({
  page,
  empty,
  browser,
}) => {
  test.slow();
  await page.goto(empty.link);
  await expect(page).toHaveURL(/\/welcome$/);
  await expectAccessibleInEveryColour(page);
  await control(page, "Name").fill("Alex Moreau");
  await control(page, "User name").fill("alex");
  await setPassword(page);

  await expect(page.getByRole("heading", { name: "You belong to no team yet" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Administration" }).click();
  await expect(page.getByText("There is no team yet.")).toBeVisible();
  await page.getByRole("link", { name: "Users" }).click();
  const link = await addUser(page, "Nora Quinn", "nora");

  await page.getByRole("link", { name: "Teams" }).click();
  await page.getByRole("button", { name: "Add a team" }).click();
  const dialog = page.getByRole("dialog");
  await control(dialog, "Name").fill("Ward 3 East");
  // The time zone of the browser is proposed; who owns the team is for the administrator to say.
  await expect(control(dialog, "Time zone")).toHaveValue("Europe/Paris");
  await expect(control(dialog, "Owner")).toHaveValue("");
  await control(dialog, "Owner").selectOption({ label: "Nora Quinn (nora)" });
  await control(dialog, "Time zone").fill("Europe/Nowhere");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog.getByText("This does not fit: time zone.")).toBeVisible();
  await control(dialog, "Time zone").fill("Europe/Dublin");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Ward 3 East" })).toContainText("Nora Quinn");

  // Nora's own browser: her link, her password, and at once her only team, which is to be set up.
  const context = await browser.newContext();
  const hers = await context.newPage();
  await hers.goto(link);
  await expect(hers.getByRole("heading", { name: "Welcome, Nora Quinn" })).toBeVisible();
  await setPassword(hers);
  await expect(hers.getByRole("heading", { name: "Ward 3 East" })).toBeVisible();
  await expectAccessibleInEveryColour(hers);
  await hers.getByRole("button", { name: "Make the first list" }).click();
  await expect(hers.getByRole("heading", { name: "There is no patient on this list yet" })).toBeVisible();
  await expect(hers.getByRole("link", { name: "Import a sheet" })).toBeVisible();
  await hers.getByRole("main").getByRole("button", { name: "Add a patient" }).last().click();
  await control(hers.getByRole("dialog"), "Family name").fill("Baker");
  await hers.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).click();
  await expect(hers.getByRole("rowheader")).toContainText("BAKER");

  // What was used is used up.
  await hers.goto("/");
  await hers.goto(link);
  await expect(hers.getByText("This link was used, replaced, or is too old.")).toBeVisible();
  await context.close();
});

test("un serveur vide commence en français", async ({ browser, empty }) => {
  test.slow();
  const context = await browser.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto(empty.link);
  await expect(page.getByRole("heading", { name: "Bienvenue" })).toBeVisible();
  await expectAccessibleInEveryColour(page);
  await control(page, "Nom").fill("Léa Martin");
  await control(page, "Nom d’utilisateur").fill("lea");
  await control(page, "Nouveau mot de passe").fill("court");
  await control(page, "Nouveau mot de passe, encore une fois").fill("court");
  await page.getByRole("button", { name: "Choisir le mot de passe et se connecter" }).click();
  await expect(page.getByRole("main").getByText("Un mot de passe a au moins 8 caractères.")).toBeVisible();
  await control(page, "Nouveau mot de passe").fill("sept petits bateaux");
  await control(page, "Nouveau mot de passe, encore une fois").fill("sept petits bateaux");
  await page.getByRole("button", { name: "Choisir le mot de passe et se connecter" }).click();
  await page.getByRole("button", { name: "Administration" }).click();
  await page.getByRole("button", { name: "Ajouter une équipe" }).click();
  await control(page.getByRole("dialog"), "Nom").fill("Cardiologie");
  await control(page.getByRole("dialog"), "Propriétaire").selectOption({ label: "Léa Martin (lea)" });
  await page.getByRole("dialog").getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Cardiologie" })).toBeVisible();
  await page.getByRole("link", { name: "Patients" }).click();
  await page.getByRole("link", { name: "Cardiologie" }).click();
  await expectAccessibleInEveryColour(page);
  await page.getByRole("button", { name: "Créer la première liste" }).click();
  await expect(page.getByRole("heading", { name: "Aucun patient sur cette liste pour l’instant" })).toBeVisible();
  await context.close();
});
