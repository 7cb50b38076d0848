import { type BrowserContext, expect, type Page } from "@playwright/test";
import type { Credentials } from "./api";

/** Signs in by the form, whatever its language: the fields are known by what they tell password managers. */
export async function signIn(page: Page, user: Credentials): Promise<void> {
  await page.goto("/");
  await page.locator('input[autocomplete="username"]').fill(user.user);
  const password = page.locator('input[autocomplete="current-password"]');
  await password.fill(user.password);
  await password.press("Enter");
  await expect(password).toBeHidden();
}

/** Gives a browser the session that signing in gives, without the form: what is tested comes after it. */
export async function enterSession(context: BrowserContext, { user, password }: Credentials): Promise<void> {
  const answer = await context.request.post("/api/session", {
    data: { user, password },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(answer.status(), await answer.text()).toBeLessThan(300);
}
