import { expect, test } from "vitest";
import type { Field } from "../api/types";
import { chosenColumns, columnChoices } from "./columnChoice.model";

const field = (id: string, archived = false) => ({ id, name: id, type: "short_text", archived }) as Field;
const FIELDS = [field("place"), field("diet"), field("weight"), field("old", true)];

test("the columns stand first, in their order, and the place is not offered", () => {
  const choices = columnChoices(FIELDS, ["weight", "old"], "place");
  expect(choices.map(({ field: { id }, isShown }) => [id, isShown])).toEqual([
    ["weight", true],
    ["diet", false],
  ]);
});

test("an archived column stays a column, so that it comes back with its field", () => {
  const choices = columnChoices(FIELDS, ["old", "weight"], "place").map((choice) => ({ ...choice, isShown: true }));
  expect(chosenColumns(choices, FIELDS, ["old", "weight"])).toEqual(["weight", "diet", "old"]);
});
