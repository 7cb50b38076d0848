import type { Field, Value } from "../../api/types";
import type { NewField } from "../../api/wire";
import type { ImportPreview, ImportRow } from "./sheet.types";

/** A column of the preview: a field of the team, or one that the import makes. */
export interface ShownColumn {
  readonly key: string;
  readonly field: Field;
  valueIn(row: ImportRow): Value;
}

/** A new field as if it were there already. */
function asField(field: NewField, id: string): Field {
  const options = (field.options ?? []).map(({ id: option = 0, label, color = "neutral" }) => ({
    id: option,
    label,
    color,
    archived: false,
  }));
  return { ...field, id, options, locked: false, archived: false } as unknown as Field;
}

/** The fields that some row has a value for: the team's in the schema's order, and behind them the new ones. */
export function shownColumns(
  { rows, fields: newFields }: Pick<ImportPreview, "rows" | "fields">,
  fields: readonly Field[],
): readonly ShownColumn[] {
  const used = new Set(rows.flatMap(({ row }) => (row.values ?? []).map(({ field }) => field)));
  const ofTeam = fields
    .filter(({ id }) => used.has(id))
    .map(
      (field): ShownColumn => ({
        key: field.id,
        field,
        valueIn: (row) => row.values?.find((each) => each.field === field.id)?.value ?? null,
      }),
    );
  const made = newFields.map(
    (field, index): ShownColumn => ({
      key: `new ${index}`,
      field: asField(field, `new ${index}`),
      valueIn: (row) => row.new_values?.find((each) => each.index === index)?.value ?? null,
    }),
  );
  return [...ofTeam, ...made];
}
