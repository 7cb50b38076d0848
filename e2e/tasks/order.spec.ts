import { activate, cellOf, rowOf } from "../support/grid";
import { expect, test } from "../support/test";
import type { Ward } from "../support/ward";

const FAMILIES = ["ADAMS", "BAKER", "CLARK"];

async function fill(ward: Ward) {
  for (const [at, family] of FAMILIES.entries()) {
    await ward.add({ family, given: "Ann", born: `194${at}-01-01`, values: { Place: `A${3 - at}` } });
  }
}

test("the agreed order is changed by the keyboard alone", async ({ ward, enter }) => {
  await fill(ward);
  await ward.api.team(ward.team, { type: "set_list_order", list: ward.list, order: "manual" });
  const page = await enter(ward.member, { at: ward.path });
  const colleague = await enter(ward.owner, { at: ward.path });
  const names = page.getByRole("rowheader");
  await expect(names).toContainText(["ADAMS", "BAKER", "CLARK"]);

  const cell = await cellOf(page, "CLARK", "Diagnosis");
  await activate(cell);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(names).toContainText(["ADAMS", "CLARK", "BAKER"]);
  // The focus goes with the patient, so that one may go on.
  await expect(cell).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(names).toContainText(["CLARK", "ADAMS", "BAKER"]);
  await page.keyboard.press("Alt+ArrowDown");
  await expect(names).toContainText(["ADAMS", "CLARK", "BAKER"]);
  await expect(colleague.getByRole("rowheader")).toContainText(["ADAMS", "CLARK", "BAKER"]);
});

test("a row is dragged to its place", async ({ ward, enter }) => {
  await fill(ward);
  await ward.api.team(ward.team, { type: "set_list_order", list: ward.list, order: "manual" });
  const page = await enter(ward.member, { at: ward.path });
  const handle = rowOf(page, "CLARK").locator("[draggable=true]").first();
  await handle.dragTo(rowOf(page, "ADAMS"), { targetPosition: { x: 40, y: 3 } });
  await expect(page.getByRole("rowheader")).toContainText(["CLARK", "ADAMS", "BAKER"]);
});

test("beds are in their natural order, and who has none comes last and is told so", async ({ ward, enter }) => {
  await ward.add({ family: "Tenth", given: "Ann", values: { Place: "A10" } });
  await ward.add({ family: "Nowhere", given: "Bea" });
  await ward.add({ family: "Second", given: "Cleo", values: { Place: "A2" } });
  const page = await enter(ward.member, { at: ward.path });
  await expect(page.getByRole("rowheader")).toContainText(["SECOND", "TENTH", "NOWHERE"]);
  await expect(await cellOf(page, "NOWHERE", "Place")).toHaveText("NO BED");
});
