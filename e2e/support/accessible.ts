import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The rules whose answer depends on the colours. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

type Look = {
  /** The part of the page to look at; all of it, where nothing is said. */
  readonly within?: string;
  readonly rules?: readonly string[];
};

/** Frames in a row in which nothing moves: an animation may begin a frame after what it moves is there. */
const QUIET_FRAMES = 4;

/** Waits until nothing moves or fades any more but what goes on for ever: half faded in, no text has the contrast that a reader will see. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async (wanted) => {
    const isQuiet = () =>
      document.getAnimations().every(({ effect, playState }) => {
        const endless = effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
        return endless || playState !== "running";
      });
    for (let quiet = 0; quiet < wanted; ) {
      await new Promise(requestAnimationFrame);
      quiet = isQuiet() ? quiet + 1 : 0;
    }
  }, QUIET_FRAMES);
}

/** The page as it is now has no violation of WCAG 2.2 AA that axe can find. */
export async function expectAccessible(page: Page, { within, rules }: Look = {}): Promise<void> {
  await settled(page);
  // Without frames the older mode finds the same, and opens no second page for each look.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (rules) axe.withRules([...rules]);
  else axe.withTags(WCAG_2_2_AA);
  if (within !== undefined) axe.include(within);
  // Fluent's focus traps: hidden from everybody, and a known false positive (web.md).
  const { violations } = await axe.exclude("[data-tabster-dummy]").analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
  expect(found).toEqual([]);
}

/** What an operating system asks for, and the theme that answers it; the usual one last, in which a test goes on. */
const COLOURS = [
  { asked: { colorScheme: "dark", forcedColors: "none" }, theme: "dark", rules: OF_COLOURS },
  { asked: { colorScheme: "dark", forcedColors: "active" }, theme: "contrast", rules: OF_COLOURS },
  { asked: { colorScheme: "light", forcedColors: "none" }, theme: "light", rules: undefined },
] as const;

/** As above, in light, dark and forced colours. */
export async function expectAccessibleInEveryColour(page: Page, { within }: Look = {}): Promise<void> {
  for (const { asked, theme, rules } of COLOURS) {
    // Without motion: a colour on its way to another one has no contrast to hold to.
    await page.emulateMedia({ ...asked, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expectAccessible(page, { ...(within === undefined ? {} : { within }), ...(rules ? { rules } : {}) });
  }
}
