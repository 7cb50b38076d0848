import { Button, Field, Input, Select } from "@fluentui/react-components";
import type { Sex } from "../api/types";
import { parseDateInput } from "../fields/dateInput.model";
import type { TextId } from "../generated/textIds";
import { literal } from "../i18n/literal";
import { useTexts } from "../i18n/useText";
import { Hidden } from "../ui/Hidden";
import { clinicalDate } from "./clinicalDate.model";
import styles from "./IdentityForm.module.css";
import {
  type IdentityDraft,
  type IdentityRead,
  NUMBER_KINDS,
  type NumberDraft,
  withNumber,
} from "./identityForm.model";

const SEXES: Record<Sex, TextId> = {
  female: "sex-female",
  male: "sex-male",
  other: "sex-other",
  unknown: "sex-unknown",
};
const KINDS: Record<string, TextId> = { MR: "number-mr", NI: "number-national" };
const MOST_CHARACTERS = 300;
const MOST_NUMBERS = 20;

interface IdentityFormProps {
  readonly draft: IdentityDraft;
  readonly setDraft: (draft: IdentityDraft) => void;
  readonly problems: Extract<IdentityRead, { ok: false }>["problems"];
  /** The day in the team's time zone. */
  readonly today: string;
}

interface NumberLineProps {
  readonly number: NumberDraft;
  readonly place: number;
  readonly change: (number: NumberDraft) => void;
  readonly remove: (() => void) | undefined;
}

function NumberLine({ number, place, change, remove }: NumberLineProps) {
  const { text } = useTexts();
  const kinds = KINDS[number.type] ? NUMBER_KINDS : [...NUMBER_KINDS, number.type];
  return (
    <div className={styles.number}>
      <Field label={text("number-kind", { place })}>
        <Select value={number.type} onChange={(_, { value }) => change({ ...number, type: value })}>
          {kinds.map((kind) => {
            const name = KINDS[kind];
            return (
              <option key={kind} value={kind}>
                {name ? text(name) : literal(kind)}
              </option>
            );
          })}
        </Select>
      </Field>
      <Field label={text("number-value", { place })}>
        <Input
          value={number.value}
          maxLength={200}
          autoComplete="off"
          onChange={(_, { value }) => change({ ...number, value })}
        />
      </Field>
      {remove && (
        <Button onClick={remove}>
          {text("remove")}
          <Hidden> {text("number-value", { place })}</Hidden>
        </Button>
      )}
    </div>
  );
}

/** The parts of a patient's identity, to be typed. */
export function IdentityForm({ draft, setDraft, problems, today }: IdentityFormProps) {
  const { text, language } = useTexts();
  const born = parseDateInput(draft.born, { today, isBirthDate: true });
  const line = (part: "family" | "given" | "prefix", label: TextId) => (
    <Field
      label={text(label)}
      {...(part === "family" && problems.family ? { validationMessage: text(problems.family) } : {})}
    >
      <Input
        value={draft[part]}
        maxLength={MOST_CHARACTERS}
        autoComplete="off"
        onChange={(_, { value }) => setDraft({ ...draft, [part]: value })}
      />
    </Field>
  );
  const changeNumber = (changed: NumberDraft) =>
    setDraft({ ...draft, numbers: draft.numbers.map((each) => (each.key === changed.key ? changed : each)) });
  const removeNumber = ({ key }: NumberDraft) =>
    setDraft({ ...draft, numbers: draft.numbers.filter((each) => each.key !== key) });
  return (
    <div className={styles.form}>
      {line("family", "family-name")}
      {line("given", "given-name")}
      {line("prefix", "title-of-person")}
      <Field
        label={text("birth-date")}
        hint={born === undefined ? text("birth-date-example") : clinicalDate(born, language)}
        {...(problems.born ? { validationMessage: text(problems.born) } : {})}
      >
        <Input value={draft.born} autoComplete="off" onChange={(_, { value }) => setDraft({ ...draft, born: value })} />
      </Field>
      <Field label={text("sex")}>
        <Select value={draft.sex} onChange={(_, { value }) => setDraft({ ...draft, sex: value as Sex | "" })}>
          <option value="">{text("not-recorded")}</option>
          {Object.entries(SEXES).map(([sex, name]) => (
            <option key={sex} value={sex}>
              {text(name)}
            </option>
          ))}
        </Select>
      </Field>
      {draft.numbers.map((number, index) => (
        <NumberLine
          key={number.key}
          number={number}
          place={index + 1}
          change={changeNumber}
          remove={draft.numbers.length > 1 ? () => removeNumber(number) : undefined}
        />
      ))}
      {draft.numbers.length < MOST_NUMBERS && (
        <Button className={styles.fit ?? ""} onClick={() => setDraft(withNumber(draft))}>
          {text("add-number")}
        </Button>
      )}
    </div>
  );
}
