import { cellOf, openCellMenu, rowOf } from "../support/grid";
import { expect, test } from "../support/test";

const WHO = ["HARTLEY, Margaret", "Born 02-Mar-1938 (88y)", "4417 203"];
const HARTLEY = { family: "Hartley", given: "Margaret", born: "1938-03-02", number: "4417 203" };
const PHONE = { width: 390, height: 844 };

test("name, birth date and number stand wherever a patient can be acted on", async ({ ward, enter }) => {
  const patient = await ward.add({ ...HARTLEY, values: { Place: "A1", Diagnosis: "Hip fracture" } });
  const page = await enter(ward.member, { at: ward.path });
  const expectWho = async (place: ReturnType<typeof page.locator>) => {
    for (const part of WHO) await expect(place).toContainText(part);
  };

  await expectWho(rowOf(page, "HARTLEY"));
  await openCellMenu(await cellOf(page, "HARTLEY", "Diagnosis"));
  await page.getByRole("menuitem", { name: "Highlight…" }).click();
  await expectWho(page.getByRole("dialog"));
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();

  await page.setViewportSize(PHONE);
  const card = page.getByRole("listitem").filter({ hasText: "HARTLEY" });
  await expectWho(card);
  await card.getByRole("button", { name: /Diagnosis/ }).click();
  await expectWho(page.getByRole("dialog"));
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();

  await page.goto(`${ward.path}/patients/${patient}`);
  await expectWho(page.getByRole("article").getByRole("heading", { level: 1 }));
});

test("an editor in the grid says aloud whose value it is", async ({ ward, enter }) => {
  await ward.add({ ...HARTLEY, values: { Diagnosis: "Hip fracture" } });
  const page = await enter(ward.member, { at: ward.path });
  const cell = await cellOf(page, "HARTLEY", "Diagnosis");
  await cell.dblclick();
  await expect(cell.getByRole("textbox", { name: /Diagnosis, HARTLEY, Margaret/ })).toBeFocused();
});

test("a very long name is shown whole", async ({ ward, enter }) => {
  const family = "Wolfeschlegelsteinhausenbergerdorff".repeat(3);
  const given = "Hubert Blaine Adolph Charles David Earl Frederick Gerald John Kenneth Lloyd Martin Nero Oliver";
  await ward.add({ family, given });
  const page = await enter(ward.member, { at: ward.path });
  for (const viewport of [{ width: 1280, height: 800 }, PHONE]) {
    await page.setViewportSize(viewport);
    const name = page.getByText(`${family.toUpperCase()}, ${given}`).first();
    await expect(name).toBeVisible();
    const isCut = await name.evaluate((element) => {
      const around = element.closest("[role=rowheader], h2") ?? element;
      const [inner, outer] = [element.getBoundingClientRect(), around.getBoundingClientRect()];
      return (
        around.scrollWidth > around.clientWidth + 1 ||
        around.scrollHeight > around.clientHeight + 1 ||
        inner.right > outer.right + 1 ||
        inner.bottom > outer.bottom + 1
      );
    });
    expect(isCut, `at ${viewport.width} px`).toBe(false);
  }
});
