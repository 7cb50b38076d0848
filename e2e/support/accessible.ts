import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The page as it is now has no violation of WCAG 2.2 AA that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(WCAG_2_2_AA)
    // Fluent's focus traps: hidden from everybody, and a known false positive (web.md).
    .exclude("[data-tabster-dummy]")
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
  expect(found).toEqual([]);
}

/** What an operating system asks for, and the theme that answers it; the usual one last, in which a test goes on. */
const COLOURS = [
  { asked: { colorScheme: "dark", forcedColors: "none" }, theme: "dark" },
  { asked: { colorScheme: "dark", forcedColors: "active" }, theme: "contrast" },
  { asked: { colorScheme: "light", forcedColors: "none" }, theme: "light" },
] as const;

/** As above, in light, dark and forced colours. */
export async function expectAccessibleInEveryColour(page: Page): Promise<void> {
  for (const { asked, theme } of COLOURS) {
    // Without motion: a colour on its way to another one has no contrast to hold to.
    await page.emulateMedia({ ...asked, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expectAccessible(page);
  }
}
