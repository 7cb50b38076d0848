import { expect, test } from "vitest";
import { findRoute, pathOf } from "./routes";

const TEAM = "0197f3a0-0000-7000-8000-000000000001";
const LIST = "0197f3a0-0000-7000-8000-000000000002";

test("an address leads to its page and back", () => {
  const path = pathOf("list", { team: TEAM, list: LIST });
  expect(path).toBe(`/teams/${TEAM}/lists/${LIST}`);
  expect(findRoute(path)).toEqual({ name: "list", parameters: { team: TEAM, list: LIST } });
  expect(findRoute("/")).toEqual({ name: "teams", parameters: {} });
});

test("a slash at the end is the same page, anything else is none", () => {
  expect(findRoute(`/teams/${TEAM}/`)?.name).toBe("team");
  expect(findRoute("/teams/a b")).toBeUndefined();
  expect(findRoute("/nowhere")).toBeUndefined();
});
