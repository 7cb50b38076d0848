import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expectAccessible } from "../support/accessible";
import { rowOf } from "../support/grid";
import { expect, test } from "../support/test";

const example = (name: string) => resolve(import.meta.dirname, "../../crates/sheet/examples-data", name);

test("a nurse imports the ward's handover sheet, and takes it back as one step", async ({ ward, enter }) => {
  await ward.add({ family: "Jones", given: "Margaret", born: "1938-02-03" });
  const page = await enter(ward.member, { at: ward.path });
  await page.getByRole("button", { name: "Columns, import, export…" }).click();
  await page.getByRole("menuitem", { name: "Import a sheet" }).click();
  await expect(page.getByLabel("Choose a file")).toBeAttached();
  await expectAccessible(page);
  await page.getByLabel("Choose a file").setInputFiles(example("ward-7-handover.xlsx"));
  const patients = page.getByRole("table");
  await expect(patients.getByRole("row", { name: /SMITH, Ben \(Mr\)/ })).toContainText("Bay A 1");
  await page.getByRole("combobox", { name: "EDD becomes" }).selectOption({ label: "Expected discharge" });
  await expect(patients.getByRole("columnheader", { name: "Expected discharge" })).toBeVisible();
  await expectAccessible(page);

  const question = page.getByRole("radiogroup", { name: "Who is this?" });
  await expect(page.getByText("1 patient still needs your answer above.")).toBeVisible();
  await question.getByRole("radio", { name: /The same person, on this list already/ }).check();
  await page.getByRole("button", { name: "Import 6 patients" }).click();
  await expect(rowOf(page, "SMITH, Ben")).toContainText("27-Nov-2026");
  await expect(rowOf(page, "JONES, Margaret")).toHaveCount(1);

  await page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Take back" }).click();
  await expect(rowOf(page, "SMITH, Ben")).toHaveCount(0);
  await expect(rowOf(page, "JONES, Margaret")).toHaveCount(1);
});

test("une infirmière importe une feuille de transmissions et y trouve les lignes à vérifier", async ({
  hospital,
  enter,
}) => {
  const claire = hospital.users.find(({ user }) => user === "claire");
  const team = claire?.teams[0];
  if (!claire || !team) throw new Error("the demo has no French ward");
  const page = await enter(claire, { at: `/teams/${team.id}` });
  await page.getByRole("button", { name: "Colonnes, import, export…" }).click();
  await page.getByRole("menuitem", { name: "Importer une feuille" }).click();
  await page.getByLabel("Choisir un fichier").setInputFiles({
    name: "transmissions.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      "Service de médecine;;\nLit;Nom;Né(e) le\n901;VERNET Lucie;14/07/1945\n902;MOREL Paul;31/02/1938\n",
      "latin1",
    ),
  });
  const toCheck = page.getByRole("region", { name: "À vérifier avant l’import" });
  await expect(toCheck).toContainText(/Ligne 4, Né\(e\) le:\s*31\/02\/1938 – Ce jour n’existe pas\./);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Importer 2 patients" }).click();
  await expect(rowOf(page, "VERNET, Lucie")).toContainText("901");
  await page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Annuler l’import" }).click();
  await expect(rowOf(page, "VERNET, Lucie")).toHaveCount(0);
});

test("a file that cannot be read is refused with what to do", async ({ ward, enter }) => {
  const page = await enter(ward.member, { at: `${ward.path}/import` });
  const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512)]);
  const file = { name: "ward.xls", mimeType: "application/vnd.ms-excel", buffer: old };
  await page.getByLabel("Choose a file").setInputFiles(file);
  await expect(page.getByRole("main").getByText("Save it as XLSX or CSV without password first.")).toBeVisible();
});

test("a list leaves as a file that can be read back, and a guest takes nothing out", async ({ ward, enter }) => {
  await ward.add({ family: "=Hartley", given: "Margaret", values: { Place: "A1", Diagnosis: "Fall" } });
  const page = await enter(ward.member, { at: ward.path });
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Columns, import, export…" }).click();
  await expect(page.getByRole("menuitem", { name: "Export as CSV" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Export as CSV" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^Patients \d{4}-\d\d-\d\d\.csv$/);
  const content = await readFile(join(await download.path()), "utf8");
  expect(content).toContain("Fall");
  expect(content).not.toMatch(/(^|[,;\t])"?=Hartley/m);
  const guest = await enter(ward.guest, { at: ward.path });
  await expect(rowOf(guest, "Margaret")).toBeVisible();
  await expect(guest.getByRole("button", { name: "Columns, import, export…" })).toHaveCount(0);
});
