import { cellOf } from "../support/grid";
import { expect, test } from "../support/test";
import { makeWard } from "../support/ward";

test("a whole edit and a filter by keyboard alone, in French", async ({ hospital, enter }) => {
  const ward = await makeWard(hospital, "fr");
  const lefebvre = await ward.add({ family: "Lefebvre", given: "Zoé", values: { Lieu: "12" } });
  await ward.add({ family: "Nguyen", given: "Anh", values: { Lieu: "14", Diagnostic: "Pneumopathie" } });
  const page = await enter(ward.member);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Tab until something has the focus, as somebody does who does not count. */
  const tabTo = async (name: string | RegExp, role: "link" | "button" | "gridcell" | "rowheader" | "textbox") => {
    const wanted = page.getByRole(role, { name }).first();
    await expect(wanted).toBeVisible();
    for (let tries = 0; tries < 30; tries += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await press("Tab");
    }
    throw new Error(`Tab does not reach ${role} ${name}`);
  };

  await tabTo(new RegExp(ward.name), "link");
  await press("Enter");
  await expect(page.getByRole("grid")).toBeVisible();
  await tabTo("12", "gridcell");
  await press("ArrowRight", "ArrowRight");
  const diagnosis = await cellOf(page, "LEFEBVRE", "Diagnostic");
  await expect(diagnosis).toBeFocused();
  await expect(diagnosis).toBeInViewport({ ratio: 1 });

  // Typing begins an edit; Escape restores; Enter keeps and goes down.
  await page.keyboard.type("Fracture");
  await expect(diagnosis.getByRole("textbox")).toHaveValue("Fracture");
  await press("Escape");
  await expect(diagnosis).toHaveText("–Non renseigné");
  await expect(diagnosis).toBeFocused();
  await press("Enter");
  await page.keyboard.type("Fracture du col du fémur");
  await press("Enter");
  await expect(diagnosis).toHaveText("Fracture du col du fémur");
  await expect(await cellOf(page, "NGUYEN", "Diagnostic")).toBeFocused();
  await expect.poll(() => ward.valueOf(lefebvre, "Diagnostic")).toBe("Fracture du col du fémur");

  // A date, by Tab from the cell before it: what is no day stays in the editor, with the reason.
  await press("ArrowUp", "ArrowRight", "ArrowRight", "ArrowRight", "F2");
  const date = await cellOf(page, "LEFEBVRE", "Sortie prévue");
  await page.keyboard.type("31/2/2027");
  await press("Enter");
  await expect(date).toContainText("Ce n’est pas un jour");
  await press("Control+a");
  await page.keyboard.type("28/2/2027");
  await press("Tab");
  await expect(date).toHaveText("28-févr-2027");
  await expect(await cellOf(page, "LEFEBVRE", "À faire")).toBeFocused();

  // The header's menu: filter by the diagnosis, and show the whole list again.
  await press("ArrowUp", "Home", "ArrowRight", "ArrowRight");
  await expect(page.getByRole("columnheader", { name: "Diagnostic" }).getByRole("button")).toBeFocused();
  await press("Enter");
  await expect(page.getByRole("menuitem", { name: "Tri croissant" })).toBeFocused();
  await press("f");
  await expect(page.getByRole("menuitem", { name: "Filtrer…" })).toBeFocused();
  await press("Enter");
  await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.type("pneumo");
  await press("Enter");
  await expect(page.getByRole("main").getByText(/1 patients? affichés? sur 2/)).toBeVisible();
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  await tabTo("Afficher toute la liste", "button");
  await press("Enter");
  await expect(page.getByRole("rowheader")).toHaveCount(2);
});

test("the focus is never lost, whatever is opened and closed", async ({ ward, enter }) => {
  await ward.add({ family: "Hartley", given: "Margaret", values: { Place: "A1" } });
  const page = await enter(ward.member, { at: ward.path });
  const cell = await cellOf(page, "HARTLEY", "Diagnosis");
  await cell.click();
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menuitem", { name: "Open the patient" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Highlight…" }).press("Enter");
  await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByRole("article")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("rowheader", { name: /HARTLEY/ })).toBeFocused();
});
