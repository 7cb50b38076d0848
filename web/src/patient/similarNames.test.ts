import fc from "fast-check";
import { expect, test } from "vitest";
import type { Identity } from "../api/types";
import { findNameWarnings, foldedName, isWithinOneEdit } from "./similarNames.model";

const patients = (...identities: Identity[]) => identities.map((identity, index) => ({ id: String(index), identity }));
const born = "1945-07-14";

test("the same name is marked on both, and the birth date tells them apart", () => {
  const warnings = findNameWarnings(
    patients(
      { family: "Smith", given: "Ben", birth_date: born },
      { family: "SMITH", given: "ben", birth_date: "1950-01-01" },
    ),
  );
  expect(warnings.get("0")).toEqual({ kind: "same", others: ["1"], differs: "birth" });
  expect(warnings.get("1")).toEqual({ kind: "same", others: ["0"], differs: "birth" });
});

test("the same name and birth date: the number tells them apart, and without one nothing does", () => {
  const twin: Identity = { family: "Smith", given: "Ben", birth_date: born, identifiers: [{ type: "MR", value: "1" }] };
  const other: Identity = { ...twin, identifiers: [{ type: "MR", value: "2" }] };
  expect(findNameWarnings(patients(twin, other)).get("0")?.differs).toBe("number");
  expect(findNameWarnings(patients(twin, twin)).get("0")?.differs).toBeUndefined();
});

test("the same family name is marked, and the given name underlined", () => {
  const warnings = findNameWarnings(
    patients({ family: "Lefèvre", given: "Zoé" }, { family: "LEFEVRE", given: "Jean" }),
  );
  expect(warnings.get("0")).toMatchObject({ kind: "family", differs: "given" });
});

test("names that sound alike are marked, and the family name underlined", () => {
  const warnings = findNameWarnings(patients({ family: "Meyer" }, { family: "Maier" }, { family: "Johnson" }));
  expect(warnings.get("0")).toEqual({ kind: "similar", others: ["1"], differs: "family" });
  expect(warnings.has("2")).toBe(false);
});

test("names one letter apart are marked, in scripts that have no sound code too", () => {
  expect(findNameWarnings(patients({ family: "Иванов" }, { family: "Иванова" })).size).toBe(2);
  expect(findNameWarnings(patients({ family: "Dubois" }, { family: "Duboys" })).size).toBe(2);
});

test("of three, the most alike decides what is underlined and stands first", () => {
  const warnings = findNameWarnings(
    patients({ family: "Smith", given: "Ben" }, { family: "Smyth", given: "Ann" }, { family: "Smith", given: "Ann" }),
  );
  expect(warnings.get("0")).toEqual({ kind: "family", others: ["2", "1"], differs: "given" });
});

test("nobody without a family name is marked", () => {
  expect(findNameWarnings(patients({ given: "Ben" }, { given: "Ben" })).size).toBe(0);
});

test("the shortcut finds exactly the pairs within one edit that comparing everybody finds", () => {
  const name = fc.string({ unit: fc.constantFrom("ж", "ф", "ц"), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (families) => {
      const warnings = findNameWarnings(patients(...families.map((family) => ({ family }))));
      families.forEach((family, at) => {
        const alike = families.some(
          (other, index) => index !== at && isWithinOneEdit(foldedName(family), foldedName(other)),
        );
        expect(warnings.has(String(at))).toBe(alike);
      });
    }),
  );
});

test("a thousand patients are compared in a moment", () => {
  const many = patients(
    ...Array.from({ length: 1000 }, (_, index) => ({ family: `Name${(index * 7919) % 997}x`, given: "A" })),
  );
  const start = performance.now();
  findNameWarnings(many);
  expect(performance.now() - start).toBeLessThan(1000);
});
