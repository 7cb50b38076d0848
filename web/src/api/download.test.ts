import { expect, test } from "vitest";
import { fileNameOf } from "./download";

test("a file has the name that the server gives it, accents included", () => {
  expect(fileNameOf("attachment; filename=\"M_decine.csv\"; filename*=UTF-8''M%C3%A9decine%202026.csv")).toBe(
    "Médecine 2026.csv",
  );
  expect(fileNameOf('attachment; filename="list.csv"')).toBe("list.csv");
  expect(fileNameOf(null)).toBeUndefined();
});
