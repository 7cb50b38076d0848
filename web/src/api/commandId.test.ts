import { expect, test } from "vitest";
import { makeCommandId } from "./commandId";

test("a command id is a UUID of version 7 that holds its time", () => {
  const now = Date.UTC(2026, 10, 24, 12);
  const id = makeCommandId(now);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(now);
});

test("ids made in the same millisecond differ", () => {
  expect(new Set(Array.from({ length: 1000 }, () => makeCommandId(1))).size).toBe(1000);
});
