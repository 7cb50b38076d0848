import { Input, Select } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Field, FieldType } from "../../api/types";
import type { NewField } from "../../api/wire";
import type { TextId } from "../../generated/textIds";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { FIELD_TYPES } from "../settings/fieldTypes";
import styles from "./Import.module.css";
import type { DateOrder, FoundColumn, ImportTarget } from "./sheet.types";
import {
  asksDateOrder,
  keyOfTarget,
  newFieldFor,
  newFieldTypes,
  PART_KEYS,
  type PartKey,
  targetOfKey,
} from "./target.model";

const PARTS: Record<PartKey, TextId> = {
  ignored: "left-out",
  place: "type-place",
  "full_name:family_first": "target-full-name-family-first",
  "full_name:given_first": "target-full-name-given-first",
  family: "family-name",
  birth_family: "birth-name",
  given: "given-name",
  prefix: "title-of-person",
  sex: "sex",
  birth_date: "birth-date",
  age: "target-age",
  status: "patient-status",
  "identifier:mrn": "number-mr",
  "identifier:nhs": "number-nhs",
  "identifier:ins": "target-ins",
  "identifier:visit": "target-visit",
  "identifier:other": "target-other-number",
  new: "target-new-field",
};

interface ColumnTargetProps {
  /** The column, as a person knows it. */
  readonly name: string;
  readonly column: FoundColumn;
  readonly target: ImportTarget;
  /** The fields of the team that the reader may set. */
  readonly fields: readonly Field[];
  readonly setTarget: (target: ImportTarget) => void;
}

interface NewFieldFormProps {
  readonly column: FoundColumn;
  readonly columnName: string;
  readonly field: NewField;
  readonly set: (field: NewField) => void;
}

/** The field that is made for a column: its name is sent when it was typed, not with each letter. */
function NewFieldForm({ column, columnName, field, set }: NewFieldFormProps) {
  const text = useText();
  const [name, setName] = useState(field.name);
  useEffect(() => setName(field.name), [field.name]);
  const keep = () => name.trim() !== "" && name.trim() !== field.name && set({ ...field, name: name.trim() });
  return (
    <>
      <Input
        value={name}
        maxLength={200}
        aria-label={text("name-of-new-field", { column: columnName })}
        onChange={(_, { value }) => setName(value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === "Enter" && keep()}
      />
      <Select
        value={field.type}
        aria-label={text("type-of-new-field", { column: columnName })}
        onChange={(_, { value }) => set(newFieldFor(column, field.name, value as FieldType))}
      >
        {newFieldTypes(column).map((type) => (
          <option key={type} value={type}>
            {text(FIELD_TYPES[type])}
          </option>
        ))}
      </Select>
    </>
  );
}

/** What one column becomes. */
export function ColumnTarget({ name, column, target, fields, setTarget }: ColumnTargetProps) {
  const text = useText();
  const newField = target.to === "field" && "new" in target.field ? target.field.new : undefined;
  const order = "order" in target ? target.order : undefined;
  const found = column.date_order && "order" in column.date_order ? column.date_order.order : undefined;
  const setOrder = (chosen: DateOrder) => {
    if (target.to === "birth_date" || target.to === "field") setTarget({ ...target, order: chosen });
  };
  return (
    <div className={styles.target}>
      <Select
        value={keyOfTarget(target)}
        aria-label={text("column-becomes", { column: name })}
        onChange={(_, { value }) => setTarget(targetOfKey(value, { ...column, header: name }))}
      >
        {PART_KEYS.map((key) => (
          <option key={key} value={key}>
            {text(PARTS[key])}
          </option>
        ))}
        <optgroup label={text("fields-of-team")}>
          {fields
            .filter(({ type }) => type !== "place" && type !== "chart")
            .map((field) => (
              <option key={field.id} value={`field:${field.id}`}>
                {literal(field.name)}
              </option>
            ))}
        </optgroup>
      </Select>
      {newField && (
        <NewFieldForm
          column={column}
          columnName={name}
          field={newField}
          set={(field) => setTarget({ to: "field", field: { new: field } })}
        />
      )}
      {asksDateOrder(column, target, fields) && (
        <>
          <Select
            value={order === "month_first" || order === "day_first" ? order : (found ?? "day_first")}
            aria-label={text("order-of-dates", { column: name })}
            onChange={(_, { value }) => setOrder(value as DateOrder)}
          >
            <option value="day_first">{text("day-first")}</option>
            <option value="month_first">{text("month-first")}</option>
          </Select>
          {column.date_order?.finding === "assumed" && <span className={styles.note}>{text("order-assumed")}</span>}
          {column.date_order?.finding === "contradictory" && (
            <span className={styles.note}>{text("order-contradictory")}</span>
          )}
        </>
      )}
    </div>
  );
}
