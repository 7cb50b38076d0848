import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Color } from "../api/types";

const css = readFileSync("src/fields/fields.module.css", "utf8");

const COLORS: Record<Color, true> = {
  neutral: true,
  red: true,
  orange: true,
  yellow: true,
  green: true,
  blue: true,
  purple: true,
  grey: true,
};

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const rules = [...css.matchAll(/([^{}]*\.chip(?![a-z])[^{}]*)\{([^}]*)\}/g)].map(([, selector = "", body = ""]) => ({
  selector: selector.replace(/\/\*.*\*\//s, "").trim(),
  background: /background: (#[0-9a-f]{6})/.exec(body)?.[1] ?? "",
  color: /color: (#[0-9a-f]{6})/.exec(body)?.[1] ?? "",
}));

test("every pair of the palette can be read: contrast 4.5 or more", () => {
  expect(rules.length).toBe(17);
  for (const { selector, background, color } of rules) {
    expect([selector, contrast(background, color) >= 4.5]).toEqual([selector, true]);
  }
});

test("every colour has a pair in the light and the dark theme; neutral is the one without a name", () => {
  for (const color of Object.keys(COLORS).filter((name) => name !== "neutral")) {
    expect(rules.filter(({ selector }) => selector.includes(`"${color}"`)).length).toBe(2);
  }
});
