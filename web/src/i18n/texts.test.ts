import { readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";
import idsSource from "../generated/textIds.ts?raw";
import { makeTexts } from "./bundle";
import english from "./en";
import french from "./fr";

const sources = import.meta.glob<string>("../**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });

function messages(source: string) {
  return new Map(new FluentResource(source).body.map((message) => [message.id, message]));
}

/** Every variable that a message needs, so that a translation cannot lose the number of changes. */
function variables(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const item of node) variables(item, found);
  else if (node && typeof node === "object") {
    const { type, name } = node as { type?: string; name?: string };
    if (type === "var" && name) found.add(name);
    for (const child of Object.values(node)) variables(child, found);
  }
  return found;
}

const ids = (source: string) => [...messages(source).keys()].sort();

test("both languages have the same texts", () => {
  expect(ids(french)).toEqual(ids(english));
});

test("no text is written twice", () => {
  for (const source of [english, french]) {
    const written = new FluentResource(source).body.map((message) => message.id);
    expect(written.filter((id, index) => written.indexOf(id) !== index)).toEqual([]);
  }
});

test("each text needs the same variables in both languages", () => {
  const other = messages(french);
  for (const [id, message] of messages(english)) {
    expect([id, ...[...variables(other.get(id))].sort()]).toEqual([id, ...[...variables(message)].sort()]);
  }
});

test("every entry of the files is read: none is lost to a syntax error", () => {
  for (const source of [english, french]) {
    const written = source.match(/^[a-z][\w-]*\s*=/gm) ?? [];
    expect(new FluentResource(source).body.length).toBe(written.length);
  }
});

test("the ids that the compiler checks are those of the files (else run `npm run types`)", () => {
  expect([...idsSource.matchAll(/"([^"]+)"/g)].map((match) => match[1])).toEqual(ids(english));
});

test("every text is used somewhere", () => {
  const code = Object.entries(sources)
    .filter(([path]) => !/ids\.ts$|generated\.ts$|\.test\.tsx?$/.test(path))
    .map(([, source]) => source)
    .join("\n");
  // `error-${code}` uses every text that begins so.
  const families = [...code.matchAll(/`([a-z][a-z-]*-)\$\{/g)].map((match) => match[1] ?? "");
  const unused = ids(english).filter(
    (id) => !code.includes(`"${id}"`) && !families.some((family) => id.startsWith(family)),
  );
  expect(unused).toEqual([]);
});

test("French plurals: nought and one are singular", () => {
  const { text } = makeTexts("fr", french);
  expect(text("waiting-changes", { count: 0 })).toContain("0 modification ");
  expect(text("waiting-changes", { count: 1 })).toContain("1 modification ");
  expect(text("waiting-changes", { count: 2 })).toContain("2 modifications ");
});

/** Every code of a problem that the server's own document names. */
function problemCodes(): readonly string[] {
  const document: { components: { schemas: Record<string, unknown> } } = JSON.parse(
    readFileSync("openapi.json", "utf8"),
  );
  const codes = new Set<string>();
  const look = (node: unknown) => {
    if (!node || typeof node !== "object") return;
    const { code } = node as { code?: { enum?: readonly string[] } };
    for (const each of code?.enum ?? []) codes.add(each);
    for (const child of Object.values(node)) look(child);
  };
  look(document.components.schemas.Rejection);
  return [...codes];
}

test("every refusal that the server can give is worded in both languages", () => {
  const codes = problemCodes();
  expect(codes.length).toBeGreaterThan(20);
  for (const source of [english, french]) {
    const known = messages(source);
    expect(codes.filter((code) => !known.has(`error-${code.replaceAll("_", "-")}`))).toEqual([]);
  }
});
