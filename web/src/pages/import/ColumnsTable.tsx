import { Checkbox, Field as Labelled, Select, Subtitle2 } from "@fluentui/react-components";
import { useId } from "react";
import type { Field, Team } from "../../api/types";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { ColumnTarget } from "./ColumnTarget";
import { columnWords } from "./columnWords";
import styles from "./Import.module.css";
import type { FieldTarget, ImportMapping, ImportPreview, ImportTarget } from "./sheet.types";

interface ColumnsTableProps {
  readonly team: Team;
  readonly preview: ImportPreview;
  readonly mapping: ImportMapping;
  readonly setMapping: (mapping: ImportMapping) => void;
}

const LEFT_OUT = "";

/** The fields that the reader may set: locked ones are the owners'. */
function settableFields({ schema, role }: Team): readonly Field[] {
  return schema.fields.filter(({ archived, locked }) => !archived && (!locked || role === "owner"));
}

interface BirthNameProps {
  readonly fields: readonly Field[];
  readonly target: FieldTarget | undefined;
  readonly set: (target: FieldTarget | undefined) => void;
}

/** Where names at birth go, of which an identity has no part. */
function BirthName({ fields, target, set }: BirthNameProps) {
  const text = useText();
  const value = target === undefined ? LEFT_OUT : "id" in target ? target.id : "new";
  const choose = (key: string) => {
    if (key === LEFT_OUT) set(undefined);
    else if (key === "new") set({ new: { name: text("birth-name"), type: "short_text" } });
    else set({ id: key });
  };
  return (
    <Labelled label={text("birth-names-go-to")}>
      <Select value={value} onChange={(_, data) => choose(data.value)}>
        <option value={LEFT_OUT}>{text("left-out")}</option>
        <option value="new">{text("new-field-named", { name: text("birth-name") })}</option>
        {fields
          .filter(({ type }) => type === "short_text" || type === "long_text")
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {literal(name)}
            </option>
          ))}
      </Select>
    </Labelled>
  );
}

/** The columns of the sheet, and what each becomes. */
export function ColumnsTable({ team, preview, mapping, setMapping }: ColumnsTableProps) {
  const text = useText();
  const titleId = useId();
  const fields = settableFields(team);
  const setTarget = (index: number, target: ImportTarget) => {
    const columns = preview.columns.map(
      (_, at): ImportTarget => (at === index ? target : (mapping.columns[at] ?? { to: "ignored" })),
    );
    setMapping({ ...mapping, columns });
  };
  const hasBirthNames =
    mapping.columns.some(({ to }) => to === "birth_family") ||
    mapping.birth_name !== undefined ||
    preview.issues.some(({ reason }) => reason.kind === "birth_name_left_out");
  const { birth_name: _, ...others } = mapping;
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Subtitle2 as="h2" id={titleId}>
        {text("sheet-columns")}
      </Subtitle2>
      <ul className={styles.columns}>
        {preview.columns.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place in the sheet
          <li key={index} className={styles.column}>
            <div className={styles.found}>
              <strong>
                <bdi>{literal(columnWords(preview.columns, index, text))}</bdi>
              </strong>
              <span className={styles.samples}>
                {text("filled-rows", { count: column.filled })}
                {column.samples.length > 0 && ": "}
                <bdi>{literal(column.samples.slice(0, 3).join(" · "))}</bdi>
              </span>
              {column.locked && (
                <span className={styles.note}>{text("column-locked", { field: column.locked.name })}</span>
              )}
            </div>
            <ColumnTarget
              name={columnWords(preview.columns, index, text)}
              column={column}
              target={mapping.columns[index] ?? { to: "ignored" }}
              fields={fields}
              setTarget={(target) => setTarget(index, target)}
            />
          </li>
        ))}
      </ul>
      {hasBirthNames && (
        <BirthName
          fields={fields}
          target={mapping.birth_name ?? undefined}
          set={(target) => setMapping(target === undefined ? others : { ...others, birth_name: target })}
        />
      )}
      <div>
        <Checkbox
          checked={mapping.split_lines !== false}
          label={text("split-lines")}
          onChange={(_event, { checked }) => setMapping({ ...mapping, split_lines: checked === true })}
        />
        <Checkbox
          checked={mapping.fill_places !== false}
          label={text("fill-places")}
          onChange={(_event, { checked }) => setMapping({ ...mapping, fill_places: checked === true })}
        />
      </div>
    </section>
  );
}
