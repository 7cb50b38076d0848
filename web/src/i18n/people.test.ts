import { expect, test } from "vitest";
import { makeTexts } from "./bundle";
import english from "./en";
import french from "./fr";
import { authorName, RECORD } from "./people";

test("the hospital's record is named where it changed something, in both languages", () => {
  const names = new Map([["u", "Ruth Okafor"]]);
  expect(authorName(RECORD, names, makeTexts("en", english))).toBe("the hospital’s record");
  expect(authorName(RECORD, names, makeTexts("fr", french))).toBe("le dossier de l’hôpital");
  expect(authorName("u", names, makeTexts("en", english))).toBe("Ruth Okafor");
  expect(authorName("gone", names, makeTexts("en", english))).toBe("Unknown person");
});
