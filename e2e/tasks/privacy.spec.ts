import type { Page } from "@playwright/test";
import { cellOf, rowOf, write } from "../support/grid";
import { expect, test } from "../support/test";

const SECRETS = ["Canarysdottir", "Ágústa", "1938-03-02", "4417 203", "4417203", "Very private", "Told in a note"];

/** Everything that a browser keeps of a site, as text. */
async function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const contents = databases.map(
      ({ name }) =>
        new Promise((done, failed) => {
          const opening = indexedDB.open(name ?? "");
          opening.onerror = () => failed(opening.error);
          opening.onsuccess = () => {
            const stores = [...opening.result.objectStoreNames];
            const reads = stores.map(
              (store) =>
                new Promise((read) => {
                  const all = opening.result.transaction(store).objectStore(store).getAll();
                  all.onsuccess = () => read(all.result);
                }),
            );
            Promise.all(reads).then(done, failed);
          };
        }),
    );
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        cached.push(request.url, (await (await cache.match(request))?.text()) ?? "");
      }
    }
    return JSON.stringify({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: await Promise.all(contents),
      cached,
      state: history.state,
      cookies: document.cookie,
      referrer: document.referrer,
    });
  });
}

test("nothing of a patient stands in the address, the title or the browser's storage", async ({ ward, enter }) => {
  const patient = await ward.add({
    family: "Canarysdottir",
    given: "Ágústa",
    born: "1938-03-02",
    number: "4417 203",
    values: { Diagnosis: "Very private" },
  });
  await ward.api.team(ward.team, { type: "add_note", patient, text: "Told in a note" });
  const page = await enter(ward.owner);
  const addresses = new Set<string>();
  const titles = new Set<string>();
  const said: string[] = [];
  page.on("request", (request) => addresses.add(request.url()));
  page.on("framenavigated", (frame) => addresses.add(frame.url()));
  page.on("console", (message) => said.push(message.text()));
  const look = async () => {
    addresses.add(page.url());
    titles.add(await page.title());
    said.push(await keptBy(page));
  };

  await page.goto(ward.path);
  await expect(rowOf(page, "CANARYSDOTTIR")).toBeVisible();
  await write(await cellOf(page, "CANARYSDOTTIR", "What matters"), "Very private too");
  await look();
  await page.getByRole("columnheader", { name: "Diagnosis" }).getByRole("button").click();
  await page.getByRole("menuitem", { name: "Filter…" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Very private");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByText("contains “Very private”")).toBeVisible();
  await look();
  await rowOf(page, "CANARYSDOTTIR").getByRole("link").click();
  await expect(page.getByText("Told in a note")).toBeVisible();
  await page.getByRole("textbox", { name: "New note" }).fill("Told in a note that is not kept yet");
  await look();
  await page.goBack();
  await expect(rowOf(page, "CANARYSDOTTIR")).toBeVisible();
  await page.context().setOffline(true);
  await write(await cellOf(page, "CANARYSDOTTIR", "What matters"), "Very private, and not sent");
  await expect(page.getByText(/No connection since/)).toBeVisible();
  await look();
  await page.context().setOffline(false);
  await expect(page.getByText(/No connection since/)).toHaveCount(0);

  const seen = decodeURIComponent([...addresses, ...titles, ...said].join("\n")).toLowerCase();
  for (const secret of SECRETS) expect(seen, secret).not.toContain(secret.toLowerCase());
  expect([...titles].join()).toContain("Patient");
});

test("after signing out nothing of the list is left, and going back does not bring it", async ({ ward, enter }) => {
  await ward.add({ family: "Canarysdottir", given: "Ágústa" });
  const page = await enter(ward.member, { at: ward.path });
  await expect(rowOf(page, "CANARYSDOTTIR")).toBeVisible();
  await page.getByRole("button", { name: "Tom Whitfield" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("textbox", { name: "User name" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "User name" })).toBeVisible();
  await expect(page.getByText("CANARYSDOTTIR")).toHaveCount(0);
});
