import { expect, test } from "vitest";
import { optionDrafts, optionsOfDrafts, withOption, withoutOption } from "./options.model";

const DRAFTS = optionDrafts([
  { id: 1, label: "On track", color: "green", archived: false },
  { id: 2, label: "Blocked", color: "red", archived: true },
]);

test("options that nobody touches stay what they were", () => {
  expect(optionsOfDrafts(DRAFTS)).toEqual([
    { id: 1, label: "On track", color: "green", archived: false },
    { id: 2, label: "Blocked", color: "red", archived: true },
  ]);
});

test("a new option stands behind those that are offered, and has no number yet", () => {
  const grown = withOption(DRAFTS).map((draft) => (draft.id === undefined ? { ...draft, label: " At risk " } : draft));
  expect(optionsOfDrafts(grown)[1]).toEqual({ label: "At risk", color: "neutral", archived: false });
});

test("an option that values may have is retired, a new one just goes", () => {
  expect(withoutOption(DRAFTS, 0)[0]).toMatchObject({ id: 1, archived: true });
  const grown = withOption(DRAFTS);
  expect(withoutOption(grown, 2)).toEqual(DRAFTS);
});

test("a new option without a label is none", () => {
  expect(optionsOfDrafts(withOption(DRAFTS))).toHaveLength(2);
});
