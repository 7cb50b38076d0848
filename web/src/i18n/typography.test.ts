import { FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";
import french from "./fr";

type Part = string | { readonly type: string; readonly variants?: readonly { readonly value: unknown }[] };

/** Every text of a pattern as it may come out: what is filled in stands as a letter, and each variant for itself. */
function textsOf(pattern: unknown): string[] {
  if (typeof pattern === "string") return [pattern];
  if (!Array.isArray(pattern)) return [];
  const parts = pattern as readonly Part[];
  const whole = parts.map((part) => (typeof part === "string" ? part : "X")).join("");
  const variants = parts.flatMap((part) => (typeof part === "string" ? [] : (part.variants ?? [])));
  return [whole, ...variants.flatMap(({ value }) => textsOf(value))];
}

/** What French does not write so: each of these has a space that does not break before it, or inside of it. */
const MISSING = /(?<![\u00a0\u202f])[:;?!»]|«(?!\u00a0)/;

const wrong = (text: string) => MISSING.test(text.replace(/https?:\S+/g, "").replace(/\d:\d/g, ""));

test("no colon, semicolon, question mark or guillemet of the French texts can stand alone at the end or begin of a line", () => {
  const found = new FluentResource(french).body.flatMap(({ id, value }) =>
    textsOf(value)
      .filter(wrong)
      .map((text) => `${id} = ${text}`),
  );
  expect(found).toEqual([]);
});

test("a plain space, or none, before such a sign is found", () => {
  for (const text of ["Attention : lisez", "Attention: lisez", "Quoi ?", "« mot\u00a0»", "«\u00a0mot »", "X:"])
    expect(wrong(text), text).toBe(true);
  for (const text of ["Attention\u00a0: lisez", "«\u00a0mot\u00a0»", "à 10:42", "https://fhir.example.org/r4"])
    expect(wrong(text), text).toBe(false);
});
