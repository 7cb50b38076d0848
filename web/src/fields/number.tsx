import { unitOf, type Value } from "../api/types";
import styles from "./fields.module.css";
import { type EditProps, type FieldUi, read, type ShowProps, unreadable, useFieldContext } from "./fieldUi";
import { typed } from "./text";

const MOST_DIGITS = 30;

/** Reads a decimal number as people type it, a comma or a point in it, and keeps its writing: 7.40 stays 7.40. */
export function parseNumber(text: string): string | undefined {
  const match = /^([-+\u2212]?)(\d+)(?:[.,](\d+))?$/.exec(text.trim().replace(/[\s\u00a0\u202f]/g, ""));
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction] = match;
  if (whole.length + (fraction?.length ?? 0) > MOST_DIGITS) return undefined;
  const digits = whole.replace(/^0+(?=\d)/, "");
  return `${sign === "" || sign === "+" ? "" : "-"}${digits}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** The number as the language writes it; digits are never changed, only the decimal sign. */
const written = (value: Value, language: string) => (language === "fr" ? typed(value).replace(".", ",") : typed(value));

function ShowNumber({ field, value }: ShowProps) {
  const { texts } = useFieldContext();
  const unit = unitOf(field);
  return (
    <>
      {written(value, texts.language)}
      {unit !== undefined && <span className={styles.unit}>&nbsp;{unit}</span>}
    </>
  );
}

function EditNumber({ field, draft, onDraft, label, describedBy }: EditProps) {
  const unit = unitOf(field);
  return (
    <span className={styles.withUnit}>
      <input
        type="text"
        inputMode="decimal"
        data-autofocus
        className={styles.input}
        value={typed(draft)}
        onChange={(event) => onDraft(event.currentTarget.value)}
        aria-label={unit === undefined ? label : `${label} (${unit})`}
        aria-describedby={describedBy}
        aria-invalid={describedBy !== undefined}
        autoComplete="off"
      />
      {unit !== undefined && <span aria-hidden="true">{unit}</span>}
    </span>
  );
}

function readNumber(text: string) {
  if (text.trim() === "") return read(null);
  const number = parseNumber(text);
  return number === undefined ? unreadable("not-a-number") : read(number);
}

/** A decimal number with its unit. */
export const number: FieldUi = {
  Show: ShowNumber,
  Edit: EditNumber,
  draftOf: (value, _, seed, { texts }) => seed ?? written(value, texts.language),
  valueOf: (draft) => readNumber(typed(draft)),
  textOf: (value, _, { texts }) => written(value, texts.language),
  fromText(text, field) {
    const unit = unitOf(field);
    return readNumber(unit !== undefined && text.endsWith(unit) ? text.slice(0, -unit.length) : text);
  },
  compare: (a, b) => Number(a) - Number(b),
};
