import { test as base } from "@playwright/test";
import { type DemoServer, type DemoUser, startDemo } from "./server";

export { expect } from "@playwright/test";

type PerWorker = { hospital: DemoServer };

/** Playwright's `test` with one running sample hospital, to which `page.goto("/")` goes. */
export const test = base.extend<object, PerWorker>({
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
