import { Field, Input, Select } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { TextId } from "../../generated/textIds";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import styles from "./Import.module.css";
import type { Delimiter, ImportPreview, ReadingOptions, SheetEncoding } from "./sheet.types";

const ENCODINGS: Record<SheetEncoding, string> = {
  utf8: "UTF-8",
  windows1252: "Windows-1252",
  utf16_le: "UTF-16 LE",
  utf16_be: "UTF-16 BE",
};
const DELIMITERS: Record<Delimiter, TextId> = {
  comma: "delimiter-comma",
  semicolon: "delimiter-semicolon",
  tab: "delimiter-tab",
  pipe: "delimiter-pipe",
};

interface ReadingFormProps {
  readonly preview: ImportPreview;
  readonly options: ReadingOptions;
  readonly setOptions: (options: ReadingOptions) => void;
}

/** How the file was read; a person who knows better says so. */
export function ReadingForm({ preview, options, setOptions }: ReadingFormProps) {
  const text = useText();
  const { source, sheets, header_row: headerRow } = preview;
  const found = typeof headerRow === "number" ? String(headerRow) : "";
  const [typedRow, setTypedRow] = useState<string>();
  const setHeader = (event: FormEvent) => {
    event.preventDefault();
    if (typedRow === undefined || typedRow.trim() === found) return;
    const row = Number(typedRow);
    if (typedRow.trim() === "") setOptions({ ...options, header: "nowhere" });
    else if (Number.isInteger(row) && row > 0) setOptions({ ...options, header: { row } });
    setTypedRow(undefined);
  };
  return (
    <details className={styles.reading}>
      <summary>{text("how-it-was-read")}</summary>
      <div className={styles.readingFields}>
        {sheets.length > 1 && (
          <Field label={text("which-sheet")}>
            <Select value={String(preview.sheet)} onChange={(_, { value }) => setOptions({ sheet: Number(value) })}>
              {sheets.map(({ name, rows, hidden }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is known by its place in the workbook
                <option key={index} value={String(index)}>
                  {literal(name)} ({text("sheet-rows", { count: rows })}){hidden ? ` · ${text("sheet-hidden")}` : ""}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <form onSubmit={setHeader} onBlur={setHeader}>
          <Field label={text("header-row")} hint={text("header-row-hint")}>
            <Input
              inputMode="numeric"
              value={typedRow ?? found}
              autoComplete="off"
              onChange={(_, { value }) => setTypedRow(value)}
            />
          </Field>
        </form>
        {source.format === "delimited" && (
          <>
            <Field label={text("delimiter")}>
              <Select
                value={source.delimiter}
                onChange={(_, { value }) => setOptions({ ...options, delimiter: value as Delimiter })}
              >
                {(Object.keys(DELIMITERS) as Delimiter[]).map((each) => (
                  <option key={each} value={each}>
                    {text(DELIMITERS[each])}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={text("encoding")}>
              <Select
                value={source.encoding}
                onChange={(_, { value }) => setOptions({ ...options, encoding: value as SheetEncoding })}
              >
                {(Object.keys(ENCODINGS) as SheetEncoding[]).map((each) => (
                  <option key={each} value={each}>
                    {ENCODINGS[each]}
                  </option>
                ))}
              </Select>
            </Field>
          </>
        )}
      </div>
    </details>
  );
}
