import { expect, test } from "vitest";
import type { Identity } from "../api/types";
import { makeTexts } from "../i18n/bundle";
import english from "../i18n/en";
import french from "../i18n/fr";
import { groupedNumber, identityLine, identityWords, mainIdentifier, nameWords } from "./identity.model";

const en = makeTexts("en", english);
const fr = makeTexts("fr", french);
const TODAY = "2026-11-24";

const ben: Identity = {
  family: "Smith",
  given: "Ben",
  prefix: "Mr",
  sex: "male",
  birth_date: "1945-07-14",
  identifiers: [{ type: "NH", system: "https://fhir.nhs.uk/Id/nhs-number", value: "9434765919" }],
};

test("a name is the family name in capitals, the given name, the title in parentheses", () => {
  expect(nameWords(identityWords(ben, TODAY, en))).toBe("SMITH, Ben (Mr)");
  expect(nameWords(identityWords({ family: "lefèvre", given: "Zoé" }, TODAY, fr))).toBe("LEFÈVRE, Zoé");
});

test("under the name stand birth date with age, sex in words, and the grouped number", () => {
  expect(identityLine(identityWords(ben, TODAY, en))).toBe(
    "SMITH, Ben (Mr), Born 14-Jul-1945 (81y), Male, NHS number 943\u00a0476\u00a05919",
  );
  expect(identityLine(identityWords({ ...ben, prefix: "M.", sex: "female" }, TODAY, fr))).toBe(
    "SMITH, Ben (M.), Naissance 14-juil-1945 (81\u00a0ans), Femme, Numéro NHS 943\u00a0476\u00a05919",
  );
});

test("what is missing is said in words, never blank and never a question mark", () => {
  const line = identityLine(identityWords({ given: "Ben" }, TODAY, en));
  expect(line).toBe("UNKNOWN, Ben, Birth date not recorded, Sex not recorded, Number not recorded");
  expect(identityLine(identityWords({ family: "Smith", sex: "unknown" }, TODAY, en))).toBe(
    "SMITH, Birth date not recorded, Sex unknown, Number not recorded",
  );
});

test("who is known by the family name alone has no other word beside it", () => {
  expect(nameWords(identityWords({ family: "Roy" }, TODAY, fr))).toBe("ROY");
  expect(nameWords(identityWords({ family: "Roy", prefix: "Mme" }, TODAY, fr))).toBe("ROY (Mme)");
});

test("numbers are grouped as their country does, a record number is left as written", () => {
  expect(groupedNumber({ type: "NH", value: "943-476-5919" })).toBe("943\u00a0476\u00a05919");
  expect(groupedNumber({ type: "NI", value: "185057800608436" })).toBe(
    "1\u00a085\u00a005\u00a078\u00a0006\u00a0084\u00a036",
  );
  expect(groupedNumber({ type: "NI", value: "1850520A00608436" })).toBe("1850520A00608436");
  expect(groupedNumber({ type: "NI", value: "285052A00608436" })).toBe(
    "2\u00a085\u00a005\u00a02A\u00a0006\u00a0084\u00a036",
  );
  expect(groupedNumber({ type: "SS", value: "123456789" })).toBe("123-45-6789");
  expect(groupedNumber({ type: "MR", value: "00 123 4567" })).toBe("00 123 4567");
});

test("the record number names the patient before a national number", () => {
  const identifiers = [
    { type: "NH", value: "9434765919" },
    { type: "MR", value: "4711" },
  ];
  expect(mainIdentifier({ identifiers })?.value).toBe("4711");
});

test("a control character in a name is shown and does not turn what follows around", () => {
  expect(nameWords(identityWords({ family: "Smi\u202eth", given: "B\u0000en" }, TODAY, en))).toBe(
    "SMI⟨U+202E⟩TH, B␀en",
  );
});

test("ages of the youngest are in weeks and months", () => {
  const born = (birth_date: string) => identityWords({ family: "Smith", birth_date }, TODAY, en).born;
  expect(born("2026-11-20")).toBe("Born 20-Nov-2026 (under 1 week)");
  expect(born("2026-11-10")).toBe("Born 10-Nov-2026 (2 weeks)");
  expect(born("2025-08-01")).toBe("Born 01-Aug-2025 (15 months)");
  expect(born("1945")).toBe("Born 1945 (80–81y)");
});
