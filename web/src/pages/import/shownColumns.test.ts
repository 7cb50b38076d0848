import { expect, test } from "vitest";
import type { Field } from "../../api/types";
import type { ImportPreview } from "./sheet.types";
import { shownColumns } from "./shownColumns.model";

const FIELDS = [{ id: "place" }, { id: "diet" }, { id: "weight" }] as unknown as readonly Field[];
const row = (values: object[], newValues: object[] = []) =>
  ({ number: 1, line: 0, row: { identity: {}, values, new_values: newValues } }) as unknown as ImportPreview["rows"][0];

test("only fields that some row has a value for are shown, the team's first", () => {
  const rows = [
    row([{ field: "weight", value: "70" }], [{ index: 0, value: "stairs" }]),
    row([{ field: "place", value: "A1" }]),
  ];
  const columns = shownColumns({ rows, fields: [{ name: "Physio", type: "short_text" }] }, FIELDS);
  expect(columns.map(({ key }) => key)).toEqual(["place", "weight", "new 0"]);
  expect(columns.map(({ valueIn }) => rows[0] && valueIn(rows[0].row))).toEqual([null, "70", "stairs"]);
});
