import { expect, test } from "vitest";
import type { Identity } from "../api/types";
import { identityDraft, readIdentity, withNumber } from "./identityForm.model";

const today = "2026-11-24";
const EMPTY = identityDraft({}, "en");
const read = (part: Partial<typeof EMPTY>) => readIdentity({ ...EMPTY, ...part }, today);

test("an identity that nobody touches stays what it was, in both languages", () => {
  const identity: Identity = {
    family: "Hartley",
    given: "Margaret",
    prefix: "Mrs",
    sex: "female",
    birth_date: "1938-03-02",
    identifiers: [
      { type: "MR", value: "4417 203" },
      { type: "NI", value: "4820000000", system: "https://fhir.nhs.uk/Id/nhs-number" },
    ],
  };
  for (const language of ["en", "fr"] as const)
    expect(readIdentity(identityDraft(identity, language), today)).toEqual({ ok: true, identity });
});

test("a birth date may be known in part, and is never guessed", () => {
  expect(read({ family: "Roe", born: "1938" })).toMatchObject({ identity: { birth_date: "1938" } });
  expect(read({ family: "Roe", born: "Mar 1938" })).toMatchObject({ identity: { birth_date: "1938-03" } });
  expect(read({ family: "Roe", born: "31/2/1938" })).toEqual({ ok: false, problems: { born: "not-a-birth-date" } });
  expect(read({ family: "Roe", born: "25/11/2026" })).toEqual({
    ok: false,
    problems: { born: "birth-date-in-future" },
  });
});

test("nobody without a name or a number", () => {
  expect(read({ prefix: "Mr" })).toEqual({ ok: false, problems: { family: "name-or-number-needed" } });
  expect(read({ numbers: [{ key: 0, type: "MR", value: " 12 ", system: undefined }] })).toEqual({
    ok: true,
    identity: { identifiers: [{ type: "MR", value: "12" }] },
  });
});

test("parts that are blank are absent", () => {
  expect(read({ family: " Roe ", given: "  " })).toEqual({ ok: true, identity: { family: "Roe", identifiers: [] } });
});

test("a further number is of the kind that is missing, and has a key of its own", () => {
  const { numbers } = withNumber(EMPTY);
  expect(numbers.map(({ key, type }) => [key, type])).toEqual([
    [0, "MR"],
    [1, "NI"],
  ]);
});
