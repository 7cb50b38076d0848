import { expect, test } from "vitest";
import { type ConsciousnessMap, contradictions, draftOf, type Line, mapOf, withLine } from "./consciousness.model";
import { NEWS2_DEFAULTS } from "./news2Defaults";

const MAP = NEWS2_DEFAULTS.consciousness;

test("a map that nobody touches stays what it was", () => {
  expect(mapOf(draftOf(MAP))).toEqual(MAP);
  const anySystem: ConsciousnessMap = { observations: [{ code: "x" }], codes: [], texts: [] };
  expect(mapOf(draftOf(anySystem))).toEqual(anySystem);
});

test("a line that was left blank is none, and what was typed is trimmed", () => {
  const draft = draftOf({ observations: [], codes: [], texts: [] });
  const texts = withLine(withLine(draft.texts)).map((line, at) => (at === 0 ? { ...line, what: "  Awake " } : line));
  const codes = withLine(draft.codes).map((line) => ({ ...line, what: " 7 ", system: " " }));
  expect(mapOf({ ...draft, texts, codes })).toEqual({
    observations: [],
    codes: [{ coding: { code: "7" }, means: "alert" }],
    texts: [{ text: "Awake", means: "alert" }],
  });
});

test("every line keeps a key of its own, also after one was removed", () => {
  const lines = withLine(withLine(withLine([]))).filter(({ key }) => key !== 1);
  expect(withLine(lines).map(({ key }) => key)).toEqual([0, 2, 3]);
});

test("what means two things is found, as the server would find it", () => {
  const line = (what: string, means: Line["means"], system = ""): Line => ({ key: 0, system, what, means });
  const found = (part: "codes" | "texts", ...lines: Line[]) => contradictions(part, lines).length;
  expect(found("texts", line("Not  alert", "voice"), line("not alert", "pain"))).toBe(2);
  expect(found("texts", line("Alert", "alert"), line("ALERT", "alert"))).toBe(0);
  expect(found("texts", line("", "alert"), line("", "pain"))).toBe(0);
  expect(found("codes", line("1", "alert", "a"), line("1", "pain", "b"))).toBe(0);
  expect(found("codes", line("1", "alert", "a"), line("1", "pain"))).toBe(2);
  expect(found("codes", line("A", "alert", "a"), line("a", "pain", "a"))).toBe(0);
});
