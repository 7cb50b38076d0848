import type { Field, FieldType } from "../../api/types";
import type { NewField } from "../../api/wire";
import type { FoundColumn, ImportTarget } from "./sheet.types";

/** What a column can become, in the order in which it is offered; fields of the team come on top. */
export const PART_KEYS = [
  "ignored",
  "place",
  "full_name:family_first",
  "full_name:given_first",
  "family",
  "birth_family",
  "given",
  "prefix",
  "sex",
  "birth_date",
  "age",
  "status",
  "identifier:mrn",
  "identifier:nhs",
  "identifier:ins",
  "identifier:visit",
  "identifier:other",
  "new",
] as const;
export type PartKey = (typeof PART_KEYS)[number];

/** The key of a target in a list of choices. */
export function keyOfTarget(target: ImportTarget): string {
  switch (target.to) {
    case "full_name":
      return `full_name:${target.order}`;
    case "identifier":
      return `identifier:${target.kind}`;
    case "field":
      return "id" in target.field ? `field:${target.field.id}` : "new";
    default:
      return target.to;
  }
}

/** The types that a column's texts can be read as; choices take the different texts as options, where these are few. */
export function newFieldTypes(column: FoundColumn): readonly FieldType[] {
  const types: FieldType[] = [
    "short_text",
    "long_text",
    "number",
    "date",
    "date_time",
    "checkbox",
    "checklist",
    "member",
  ];
  return column.guess.guess === "choice" ? ["choice", ...types] : types;
}

const TYPE_OF_GUESS: Partial<Record<FoundColumn["guess"]["guess"], FieldType>> = {
  long_text: "long_text",
  number: "number",
  date: "date",
  date_time: "date_time",
  checkbox: "checkbox",
  choice: "choice",
};

/** The field that the import makes for a column, as a first proposal or with another type. */
export function newFieldFor(column: FoundColumn, name: string, type?: FieldType): NewField {
  const { guess } = column;
  const wanted = type ?? TYPE_OF_GUESS[guess.guess] ?? "short_text";
  if (wanted !== "choice" || guess.guess !== "choice") return { name, type: wanted };
  const options = guess.options.map((label, index) => ({ id: index + 1, label }));
  return { name, type: wanted, options };
}

/** What a column becomes when a person chooses a key. */
export function targetOfKey(key: string, column: FoundColumn): ImportTarget {
  const [to = "", which = ""] = key.split(/:(.*)/s);
  switch (to) {
    case "full_name":
      return { to, order: which === "given_first" ? "given_first" : "family_first" };
    case "identifier":
      return { to, kind: which as Extract<ImportTarget, { to: "identifier" }>["kind"] };
    case "field":
      return { to, field: { id: which } };
    case "new":
      return { to: "field", field: { new: newFieldFor(column, column.header) } };
    default:
      return { to: to as Exclude<ImportTarget["to"], "full_name" | "identifier" | "field"> };
  }
}

/** The field of the team, or the new one, that a column's values go to. */
export function fieldOfTarget(target: ImportTarget, fields: readonly Field[]): Field | NewField | undefined {
  if (target.to !== "field") return undefined;
  const { field } = target;
  return "id" in field ? fields.find(({ id }) => id === field.id) : field.new;
}

/** Whether the column holds dates whose days and months could be taken for each other: a person may say which comes first. */
export function asksDateOrder(column: FoundColumn, target: ImportTarget, fields: readonly Field[]): boolean {
  const type = fieldOfTarget(target, fields)?.type;
  const isDate = target.to === "birth_date" || type === "date" || type === "date_time";
  // Real dates of a workbook come with the year first, which leaves nothing to ask.
  const isUnclear = column.samples.some((sample) => !/^\d{4}-\d{2}-\d{2}/.test(sample));
  return isDate && isUnclear && column.date_order !== undefined && column.date_order !== null;
}
