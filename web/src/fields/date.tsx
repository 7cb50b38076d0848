import { clinicalDate } from "../patient/clinicalDate.model";
import { parseDateInput } from "./dateInput.model";
import styles from "./fields.module.css";
import {
  type EditProps,
  type FieldContext,
  type FieldUi,
  read,
  type ShowProps,
  unreadable,
  useFieldContext,
} from "./fieldUi";
import { EditLine, typed } from "./text";

function ShowDate({ value }: ShowProps) {
  const { texts } = useFieldContext();
  return <span className={styles.unbroken}>{clinicalDate(typed(value), texts.language)}</span>;
}

/** The date as text: a browser's own date field would show it in the order of the browser's region. */
function EditDate(props: EditProps) {
  const context = useFieldContext();
  const understood = readDate(typed(props.draft), context);
  return (
    <div>
      <EditLine {...props} />
      <div className={styles.understood} aria-live="polite">
        {understood.ok && understood.value !== null
          ? clinicalDate(typed(understood.value), context.texts.language)
          : context.texts.text("date-example")}
      </div>
    </div>
  );
}

function readDate(text: string, { today }: FieldContext) {
  if (text.trim() === "") return read(null);
  const date = parseDateInput(text, { today });
  return date === undefined ? unreadable("not-a-date") : read(date);
}

/** A day. */
export const date: FieldUi = {
  Show: ShowDate,
  Edit: EditDate,
  draftOf: (value, _, seed, { texts }) => seed ?? (value === null ? "" : clinicalDate(typed(value), texts.language)),
  valueOf: (draft, _, context) => readDate(typed(draft), context),
  textOf: (value, _, { texts }) => clinicalDate(typed(value), texts.language),
  fromText: (text, _, context) => readDate(text, context),
  compare: (a, b) => typed(a).localeCompare(typed(b)),
};
