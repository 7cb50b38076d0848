import { expectAccessibleInEveryColour } from "../support/accessible";
import { signIn } from "../support/sign-in";
import { expect, personOf, test } from "../support/test";
import { apiOf, makeWard } from "../support/ward";

const PHONE = { width: 390, height: 844 };

test("who cannot read the sign-in page finds their language on it", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.getByRole("heading", { name: "Se connecter" })).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("a nurse of one team is on its list as soon as she is signed in, and changes to another list there", async ({
  page,
  hospital,
  ward,
}) => {
  const admin = await apiOf(hospital, personOf(hospital, "admin"));
  const nurse = { user: "onlyhere", password: "only one ward", name: "Only Here" };
  const { user } = await admin.organization({ type: "create_user", ...nurse });
  await ward.api.team(ward.team, { type: "add_member", user, role: "member" });
  await ward.add({ family: "Baker", given: "Bea" });
  await signIn(page, nurse);
  await expect(page.getByRole("heading", { name: "Patients", level: 1 })).toBeVisible();
  await expect(page.getByRole("rowheader")).toContainText("BAKER");
  // Made by somebody else while the page stands open.
  await ward.api.team(ward.team, { type: "create_list", name: "For the meeting" });
  await page.getByRole("button", { name: "Other list…" }).click();
  await expect(page.getByRole("menuitemradio", { name: "Patients" })).toBeChecked();
  await expectAccessibleInEveryColour(page);
  await page.getByRole("menuitemradio", { name: "For the meeting" }).click();
  await expect(page.getByRole("heading", { name: "For the meeting", level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "There is no patient on this list yet" })).toBeVisible();
  await page.getByRole("link", { name: ward.name }).click();
  await expect(page.getByRole("heading", { name: ward.name })).toBeVisible();
  await page.getByRole("link", { name: /^Patients 1 patient/ }).click();
  await expect(page.getByRole("rowheader")).toContainText("BAKER");
});

test("on a phone bed and name stay in view down a card", async ({ ward, enter }) => {
  await ward.add({
    family: "Baker",
    given: "Bea",
    values: { Place: "A2", "What matters": "line\n".repeat(60).trim() },
  });
  const page = await enter(ward.member, { at: ward.path, viewport: PHONE });
  const name = page.getByRole("heading", { name: /BAKER/ });
  const place = page.getByRole("button", { name: "Place A2" });
  await expect(name).toBeInViewport();
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, 900);
  await expect(page.getByRole("heading", { level: 1 })).not.toBeInViewport();
  await expect(name).toBeInViewport();
  await expect(place).toBeInViewport();
  await expectAccessibleInEveryColour(page);
  await place.click();
  await expect(page.getByRole("dialog")).toContainText("BAKER");
});

test("une liste vide dit quoi faire, et à l’invité qui s’en charge", async ({ hospital, enter }) => {
  const service = await makeWard(hospital, "fr");
  const page = await enter(service.member, { at: service.path });
  await expect(page.getByRole("heading", { name: "Aucun patient sur cette liste pour l’instant" })).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Ajouter un patient" }).last().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.getByRole("button", { name: "Annuler" }).click();
  await page.getByRole("button", { name: "Autre liste…" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessibleInEveryColour(page);
  await page.getByRole("menuitem", { name: "Toutes les listes" }).click();
  await expect(page.getByRole("heading", { name: "Listes" })).toBeVisible();
  const guest = await enter(service.guest, { at: service.path });
  await expect(guest.getByText("Members of the team add or import patients.")).toBeVisible();
  await expect(guest.getByRole("button", { name: "Add a patient" })).toHaveCount(0);
});

test("a guest of a team that is not set up is told to ask, and goes on when it is", async ({ hospital, enter }) => {
  const admin = await apiOf(hospital, personOf(hospital, "admin"));
  const owner = personOf(hospital, "ruth");
  const owned = await apiOf(hospital, owner);
  const me = await owned.get<{ id: string }>("/api/me");
  const { team = "" } = await admin.organization({
    type: "create_team",
    name: "Ward to be set up",
    owner: me.id,
    time_zone: "Europe/London",
  });
  const guest = personOf(hospital, "guest");
  const guestId = (await (await apiOf(hospital, guest)).get<{ id: string }>("/api/me")).id;
  await owned.team(team, { type: "add_member", user: guestId, role: "guest" });
  const page = await enter(guest, { at: `/teams/${team}` });
  await expect(page.getByText("Ask one of its members")).toBeVisible();
  await expectAccessibleInEveryColour(page);
  await owned.team(team, { type: "install_app", mode: "manual" });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "There is no patient on this list yet" })).toBeVisible();
});
