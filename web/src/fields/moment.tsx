import type { TextId } from "../generated/textIds";
import type { Language } from "../i18n/language";
import styles from "./fields.module.css";
import {
  type EditProps,
  type FieldContext,
  type FieldUi,
  type Read,
  read,
  type ShowProps,
  unreadable,
  useFieldContext,
} from "./fieldUi";
import { EditLine, typed } from "./text";

/** How a kind of moment is written and read. Values are ISO texts, which sort as they follow each other. */
export interface Moment {
  readonly words: (value: string, language: Language) => string;
  /** The value of what was typed; undefined where it is none. */
  readonly parse: (text: string, context: FieldContext) => string | undefined;
  readonly example: TextId;
  /** Why something typed is none. */
  readonly problem: TextId;
}

interface OfMoment {
  readonly moment: Moment;
}

function readMoment({ parse, problem }: Moment, text: string, context: FieldContext): Read {
  if (text.trim() === "") return read(null);
  const value = parse(text, context);
  return value === undefined ? unreadable(problem) : read(value);
}

export function ShowMoment({ moment, value }: ShowProps & OfMoment) {
  const { texts } = useFieldContext();
  return <span className={styles.unbroken}>{moment.words(typed(value), texts.language)}</span>;
}

/** The moment as text, and below it what was understood: a browser's own control would show it in the order of the browser's region. */
export function EditMoment({ moment, ...props }: EditProps & OfMoment) {
  const context = useFieldContext();
  const { text, language } = context.texts;
  const understood = readMoment(moment, typed(props.draft), context);
  const isMoment = understood.ok && understood.value !== null;
  return (
    <div>
      <EditLine {...props} />
      <div className={styles.understood} aria-live="polite">
        {isMoment ? moment.words(typed(understood.value), language) : text(moment.example)}
      </div>
    </div>
  );
}

/** What fields of moments have in common besides how they look. */
export function momentRules(moment: Moment): Omit<FieldUi, "Show" | "Edit"> {
  const { words } = moment;
  return {
    draftOf: (value, _, seed, { texts }) => seed ?? (value === null ? "" : words(typed(value), texts.language)),
    valueOf: (draft, _, context) => readMoment(moment, typed(draft), context),
    textOf: (value, _, { texts }) => words(typed(value), texts.language),
    fromText: (text, _, context) => readMoment(moment, text, context),
    compare: (a, b) => typed(a).localeCompare(typed(b)),
  };
}
