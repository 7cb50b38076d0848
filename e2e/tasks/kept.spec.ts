import type { Page } from "@playwright/test";
import { cellOf, write } from "../support/grid";
import type { DemoServer } from "../support/server";
import { expect, personOf, test } from "../support/test";
import { apiOf, type Ward } from "../support/ward";

const RULES = {
  may_use: true,
  modes: ["manual", "ehr"],
  installers: "members",
  pinned: false,
  may_export: true,
  keep_on_device: true,
};

/** Lets the ward's member keep edits on the device, until the test is over. */
async function allowKeeping(hospital: DemoServer, ward: Ward): Promise<() => Promise<void>> {
  const administrator = await apiOf(hospital, personOf(hospital, "admin"));
  const user = ward.userId(ward.member);
  await administrator.organization({ type: "create_policy", name: `Keeps ${ward.name}`, rules: RULES });
  const { policies } = await administrator.get<{ policies: readonly { id: string; name: string }[] }>(
    "/api/organization",
  );
  const policy = policies.find(({ name }) => name === `Keeps ${ward.name}`)?.id;
  await administrator.organization({ type: "assign_user_policy", user, policy });
  return async () => {
    await administrator.organization({ type: "assign_user_policy", user, policy: null });
  };
}

/** Everything that is in the browser's databases, byte by byte as text. */
const storedText = (page: Page) =>
  page.evaluate(async () => {
    let text = "";
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name ?? "");
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store).getAll();
        const all = await new Promise<unknown[]>((resolve) => {
          reading.onsuccess = () => resolve(reading.result);
        });
        for (const record of all) {
          const parts = record instanceof CryptoKey ? [String(record.extractable)] : Object.values(record as object);
          for (const part of parts) text += part instanceof ArrayBuffer ? new TextDecoder("latin1").decode(part) : part;
        }
      }
      database.close();
    }
    return text;
  });

test("where the policy allows it, edits that wait survive a reload, encrypted, and arrive once", async ({
  hospital,
  ward,
  enter,
}) => {
  const forbid = await allowKeeping(hospital, ward);
  const patient = await ward.add({ family: "Hartley", given: "Margaret" });
  const page = await enter(ward.member, { at: ward.path });
  await page.route("**/commands", (route) => route.abort());
  await write(await cellOf(page, "HARTLEY", "Diagnosis"), "Canary fracture");
  await expect(await cellOf(page, "HARTLEY", "Diagnosis")).toContainText("not sent yet");
  await expect.poll(async () => (await storedText(page)).length).toBeGreaterThan(100);
  expect(await storedText(page)).not.toContain("Canary");
  page.on("dialog", (dialog) => {
    throw new Error(`the page asks before it is left: ${dialog.type()}`);
  });
  await page.reload();
  await expect(await cellOf(page, "HARTLEY", "Diagnosis")).toContainText("Canary fracture");
  await expect(await cellOf(page, "HARTLEY", "Diagnosis")).toContainText("not sent yet");
  await page.unroute("**/commands");
  await expect.poll(() => ward.valueOf(patient, "Diagnosis"), { timeout: 20_000 }).toBe("Canary fracture");
  const history = await ward.api.get<unknown>(`/api/teams/${ward.team}/patients/${patient}/history`);
  expect(JSON.stringify(history).split('"Canary fracture"').length - 1).toBe(1);
  await forbid();
  // What the policy forbids is gone from the device with the next look at it.
  await page.reload();
  await expect(await cellOf(page, "HARTLEY", "Diagnosis")).toHaveText("Canary fracture");
  await expect.poll(async () => (await storedText(page)).length).toBe(0);
});
