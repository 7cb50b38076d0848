import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type { Credentials } from "./api";
import { collectFaults } from "./faults";
import { type DemoServer, type DemoUser, startDemo } from "./server";
import { enterSession } from "./sign-in";
import { makeWard, personOf, type Ward } from "./ward";

export { expect, personOf };

/** The browser that somebody enters with, and the page that they go to first. */
type Entrance = BrowserContextOptions & { readonly at?: string };

type PerTest = {
  /** Somebody who is signed in, in a browser of their own, stands before a page: the first one, where nothing is said. */
  enter: (user: Credentials, entrance?: Entrance) => Promise<Page>;
  /** A ward of this test's own, whose people speak English, without patients. */
  ward: Ward;
};

type PerWorker = { hospital: DemoServer };

/**
 * Playwright's `test` with one running sample hospital, to which `page.goto("/")` goes. A test fails when a page of it
 * throws or breaks the content security policy, whatever else it looks at.
 */
export const test = base.extend<PerTest, PerWorker>({
  hospital: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
    async ({}, use) => {
      const server = await startDemo();
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ hospital }, use) => use(hospital.url),
  page: async ({ page }, use) => {
    const faults: string[] = [];
    collectFaults(page, faults);
    await use(page);
    expect(faults).toEqual([]);
  },
  ward: async ({ hospital }, use) => use(await makeWard(hospital)),
  enter: async ({ browser }, use) => {
    const faults: string[] = [];
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (user, { at = "/", ...options } = {}) => {
      // Playwright adds what the configuration says, the address of the hospital included.
      const context = await browser.newContext(options);
      contexts.push(context);
      await enterSession(context, user);
      const page = await context.newPage();
      collectFaults(page, faults);
      await page.goto(at);
      return page;
    });
    for (const context of contexts) {
      await context.close();
    }
    expect(faults).toEqual([]);
  },
});

/** Somebody of the sample hospital with this role in a team and this language. */
export function someone(
  hospital: DemoServer,
  wanted: { role: DemoUser["teams"][number]["role"]; language: DemoUser["language"] },
): DemoUser {
  const found = hospital.users.find(
    (user) => user.language === wanted.language && user.teams.some((team) => team.role === wanted.role),
  );
  if (found === undefined) {
    throw new Error(`the demo has nobody who is ${wanted.role} and speaks ${wanted.language}`);
  }
  return found;
}
