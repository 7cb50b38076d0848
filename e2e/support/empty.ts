import { type EmptyServer, startEmpty } from "./server";
import { test as base } from "./test";

/** The test with a server that nobody has begun yet; pages go to it and not to the sample hospital. */
export const test = base.extend<{ empty: EmptyServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
  empty: async ({}, use) => {
    const server = await startEmpty();
    await use(server);
    await server.stop();
  },
  baseURL: async ({ empty }, use) => use(new URL(empty.link).origin),
});
