import { clinicalDateTime } from "../patient/clinicalDate.model";
import { parseDateTimeInput } from "./dateInput.model";
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

function ShowDateTime({ value }: ShowProps) {
  const { texts } = useFieldContext();
  return <span className={styles.unbroken}>{clinicalDateTime(typed(value), texts.language)}</span>;
}

function EditDateTime(props: EditProps) {
  const context = useFieldContext();
  const understood = readDateTime(typed(props.draft), context);
  return (
    <div>
      <EditLine {...props} />
      <div className={styles.understood} aria-live="polite">
        {understood.ok && understood.value !== null
          ? clinicalDateTime(typed(understood.value), context.texts.language)
          : context.texts.text("date-time-example")}
      </div>
    </div>
  );
}

function readDateTime(text: string, { now }: FieldContext) {
  if (text.trim() === "") return read(null);
  const at = parseDateTimeInput(text, now());
  return at === undefined ? unreadable("not-a-date-time") : read(at);
}

/** A day and a time of day, in the team's time zone. */
export const dateTime: FieldUi = {
  Show: ShowDateTime,
  Edit: EditDateTime,
  draftOf: (value, _, seed, { texts }) =>
    seed ?? (value === null ? "" : clinicalDateTime(typed(value), texts.language)),
  valueOf: (draft, _, context) => readDateTime(typed(draft), context),
  textOf: (value, _, { texts }) => clinicalDateTime(typed(value), texts.language),
  fromText: (text, _, context) => readDateTime(text, context),
  compare: (a, b) => typed(a).localeCompare(typed(b)),
};
