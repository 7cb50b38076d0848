import { expect, test } from "vitest";
import { isolated, literal } from "./literal";

test("a right-to-left override is shown and does not act", () => {
  expect(literal("abc\u202edef")).toBe("abc⟨U+202E⟩def");
});

test("a NUL is shown as its symbol, and line breaks stay", () => {
  expect(literal("a\u0000b\nc")).toBe("a␀b\nc");
});

test("an Arabic name is isolated from the sentence around it, an English one is left alone", () => {
  expect(isolated("محمد")).toBe("\u2068محمد\u2069");
  expect(isolated("Smith")).toBe("Smith");
});

test("a closing isolate inside a name cannot end our own isolation", () => {
  expect(isolated("محمد\u2069x")).toBe("\u2068محمد⟨U+2069⟩x\u2069");
});
