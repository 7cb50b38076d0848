import { expect, test } from "vitest";
import { placeComparer } from "./placeOrder.model";

test("beds are ordered by their number, and no bed comes last", () => {
  const places = [null, "A10", "B1", "A2", "a1", null, "Bay 10 bed 2", "Bay 9 bed 12"];
  expect(places.sort(placeComparer("en"))).toEqual([
    "a1",
    "A2",
    "A10",
    "B1",
    "Bay 9 bed 12",
    "Bay 10 bed 2",
    null,
    null,
  ]);
});
