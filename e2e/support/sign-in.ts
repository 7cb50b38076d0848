import { expect, type Page } from "@playwright/test";
import type { DemoUser } from "./server";

/** Signs in by the form, whatever its language: the fields are known by what they tell password managers. */
export async function signIn(page: Page, user: Pick<DemoUser, "user" | "password">): Promise<void> {
  await page.goto("/");
  await page.locator('input[autocomplete="username"]').fill(user.user);
  const password = page.locator('input[autocomplete="current-password"]');
  await password.fill(user.password);
  await password.press("Enter");
  await expect(password).toBeHidden();
}
