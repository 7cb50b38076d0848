import { expect, test } from "vitest";
import { clampWidth, findOutOfView, groupColumns, layoutProperties } from "./columns.model";
import type { GridColumn } from "./grid.types";

const column = (name: string, width: number, isFrozen = false): GridColumn => ({
  id: name,
  name,
  width,
  isFrozen,
  isRowHeader: false,
});
const groups = groupColumns([column("place", 100, true), column("a", 100), column("b", 200), column("c", 100)]);

test("frozen columns are laid out apart from the others", () => {
  expect(layoutProperties(groups)).toEqual({
    "--grid-frozen": "100px",
    "--grid-frozen-width": "100px",
    "--grid-loose": "100px 200px 100px",
    "--grid-width": "500px",
  });
});

test("columns out of view are named on their side", () => {
  expect(findOutOfView(groups, 0, 300)).toEqual({ before: [], after: ["c"] });
  expect(findOutOfView(groups, 120, 300)).toEqual({ before: ["a"], after: ["c"] });
  expect(findOutOfView(groups, 200, 300)).toEqual({ before: ["a"], after: [] });
  expect(findOutOfView(groups, 0, 1000)).toEqual({ before: [], after: [] });
});

test("a width stays between what can be read and what fits a screen", () => {
  expect([clampWidth(-50), clampWidth(120.4), clampWidth(9999)]).toEqual([80, 120, 800]);
});
