import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { collectFaults } from "../support/faults";
import { type IdentityProvider, test } from "../support/provider";
import type { DemoServer } from "../support/server";
import { expect, personOf } from "../support/test";
import { apiOf } from "../support/ward";

test.use({ baseURL: async ({ hospital }, use) => use(hospital.url) });

/** Tom's account is the provider's tom-at-work; the administrator says so once. */
async function linkTom(hospital: DemoServer, provider: IdentityProvider): Promise<string> {
  const administrator = await apiOf(hospital, personOf(hospital, "admin"));
  const { users } = await administrator.get<{ users: { id: string; user: string }[] }>("/api/organization");
  const tom = users.find(({ user }) => user === "tom")?.id ?? "";
  await administrator.organization({
    type: "link_identity",
    user: tom,
    issuer: provider.issuer,
    subject: "tom-at-work",
  });
  return tom;
}

async function newPage(browser: Browser, hospital: DemoServer): Promise<Page> {
  const context = await browser.newContext({ baseURL: hospital.url });
  return context.newPage();
}

/** Signs in on the provider's own page, and allows the product to be told. */
async function signInThere(page: Page, who: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(who);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

async function begin(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Sign in with St Mary’s" }).click();
}

test("a nurse signs in with the hospital's provider, and no token of it reaches her browser", async ({
  browser,
  hospital,
  provider,
}) => {
  await linkTom(hospital, provider);
  const page = await newPage(browser, hospital);
  const faults: string[] = [];
  await page.goto("/");
  collectFaults(page, faults);
  await expectAccessible(page);
  await begin(page);
  await signInThere(page, "tom-at-work");
  await expect(page.getByRole("heading", { name: "My teams" })).toBeVisible();
  const cookies = await page.context().cookies(hospital.url);
  expect(cookies.map(({ name, sameSite, httpOnly, secure }) => ({ name, sameSite, httpOnly, secure }))).toEqual([
    { name: "__Host-session", sameSite: "Strict", httpOnly: true, secure: true },
  ]);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
  expect(kept).not.toContain("eyJ");
  await page.context().close();
  expect(faults).toEqual([]);
});

test("the provider's new key is taken without a restart", async ({ browser, hospital, provider }) => {
  await linkTom(hospital, provider);
  for (const rotates of [false, true]) {
    if (rotates) provider.rotateKeys();
    const page = await newPage(browser, hospital);
    await begin(page);
    await signInThere(page, "tom-at-work");
    await expect(page.getByRole("heading", { name: "My teams" })).toBeVisible();
    await page.context().close();
  }
});

test("somebody without an account is told to ask for one", async ({ browser, hospital }) => {
  const page = await newPage(browser, hospital);
  await begin(page);
  await signInThere(page, "stranger");
  await expect(page.getByText("You have no account here yet. Ask your administrator to make one for you.")).toBeVisible();
  await expectAccessible(page);
  expect(new URL(page.url()).hash).toBe("");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText("You have no account here yet")).toBeHidden();
  await page.context().close();
});

test("a group that the provider claims brings a nurse into its team", async ({ browser, hospital, provider }) => {
  await linkTom(hospital, provider);
  const administrator = await apiOf(hospital, personOf(hospital, "admin"));
  const { users } = await administrator.get<{ users: { id: string; user: string }[] }>("/api/organization");
  const owner = users.find(({ user }) => user === "ruth")?.id;
  const made = await administrator.organization({
    type: "create_team",
    name: "Night shift",
    owner,
    time_zone: "Europe/Paris",
  });
  const group = await administrator.organization({
    type: "create_group",
    name: "Night nurses",
    source: "claims",
    external_id: "night-nurses",
  });
  await administrator.organization({
    type: "link_group_to_team",
    team: made.team,
    group: (group as { group?: string }).group,
    role: "member",
  });
  const page = await newPage(browser, hospital);
  await begin(page);
  await signInThere(page, "tom-at-work");
  await expect(page.getByText("Night shift").first()).toBeVisible();
  await page.context().close();
});
