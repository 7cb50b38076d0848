import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NEWS2_DEFAULTS } from "./news2Defaults";

const domain = readFileSync("../crates/domain/src/clinical/news2/settings.rs", "utf8");
const constant = (name: string) => new RegExp(`const ${name}\\b[^=]*= \\[(.*?)\\];`, "s").exec(domain)?.[1] ?? "";
const systemOf = (name: string) => new RegExp(`const ${name}: &str = "([^"]+)"`).exec(domain)?.[1];

test("what NEWS2 begins with is what the domain says", () => {
  const { max_gap_minutes: gap, stale_after_hours: stale, consciousness } = NEWS2_DEFAULTS;
  expect(domain).toContain(`max_gap_minutes: ${gap},`);
  expect(domain).toContain(`stale_after_hours: ${stale},`);
  const observations = [...constant("OBSERVATIONS").matchAll(/\((\w+), "([^"]+)"\)/g)];
  expect(consciousness.observations).toEqual(
    observations.map(([, system = "", code]) => ({ system: systemOf(system), code })),
  );
  const codes = [...constant("CODES").matchAll(/\((\w+), "([^"]+)", Acvpu::(\w+)\)/g)];
  expect(consciousness.codes).toEqual(
    codes.map(([, system = "", code, means = ""]) => ({
      coding: { system: systemOf(system), code },
      means: means.toLowerCase(),
    })),
  );
  const texts = [...constant("TEXTS").matchAll(/\("([^"]+)", Acvpu::(\w+)\)/g)];
  expect(texts.length).toBeGreaterThan(20);
  expect(consciousness.texts).toEqual(texts.map(([, text, means = ""]) => ({ text, means: means.toLowerCase() })));
});
