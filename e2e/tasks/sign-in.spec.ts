import { expectAccessible } from "../support/accessible";
import { signIn } from "../support/sign-in";
import { expect, someone, test } from "../support/test";

test("a nurse signs in and finds her ward", async ({ page, hospital }) => {
  // That nobody is signed in yet is no error.
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  await page.goto("/");
  await expectAccessible(page);
  expect(errors).toEqual([]);
  const nurse = someone(hospital, { role: "member", language: "en" });
  await signIn(page, nurse);
  await expect(page.getByText(nurse.teams[0]?.name ?? "no team").first()).toBeVisible();
});
