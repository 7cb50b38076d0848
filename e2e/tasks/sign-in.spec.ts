import { expectAccessible } from "../support/accessible";
import { expect, someone, test } from "../support/test";

test("a nurse signs in and finds her ward", async ({ page, hospital, enter }) => {
  await page.goto("/");
  await expectAccessible(page);
  const nurse = someone(hospital, { role: "member", language: "en" });
  const signedIn = await enter(nurse);
  await expect(signedIn.getByText(nurse.teams[0]?.name ?? "no team").first()).toBeVisible();
});
