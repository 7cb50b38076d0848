import { expectAccessible } from "../support/accessible";
import { signIn } from "../support/sign-in";
import { expect, someone, test } from "../support/test";

test("a nurse signs in and finds her ward", async ({ page, hospital }) => {
  await page.goto("/");
  await expectAccessible(page);
  const nurse = someone(hospital, { role: "member", language: "en" });
  await signIn(page, nurse);
  await expect(page.getByText(nurse.teams[0]?.name ?? "no team").first()).toBeVisible();
});
