import { Field, Input, Select } from "@fluentui/react-components";
import type { Sex } from "../api/types";
import { parseDateInput } from "../fields/dateInput.model";
import type { TextId } from "../generated/textIds";
import { useTexts } from "../i18n/useText";
import { clinicalDate } from "../patient/clinicalDate.model";
import styles from "./AddFromRecord.module.css";
import type { SearchDraft, SearchProblems } from "./recordSearch.model";

const SEXES: Record<Sex, TextId> = {
  female: "sex-female",
  male: "sex-male",
  other: "sex-other",
  unknown: "sex-unknown",
};

interface RecordSearchFormProps {
  readonly draft: SearchDraft;
  readonly setDraft: (draft: SearchDraft) => void;
  readonly problems: SearchProblems;
  readonly needsReason: boolean;
  /** The day in the team's time zone. */
  readonly today: string;
}

/** By whom one searches the record. */
export function RecordSearchForm({ draft, setDraft, problems, needsReason, today }: RecordSearchFormProps) {
  const { text, language } = useTexts();
  const born = parseDateInput(draft.born, { today, isBirthDate: true });
  const said = (part: keyof SearchDraft) => (problems[part] === undefined ? {} : { validationMessage: problems[part] });
  const line = (part: Exclude<keyof SearchDraft, "sex">, label: TextId, hint?: string) => (
    <Field label={text(label)} {...(hint === undefined ? {} : { hint })} {...said(part)}>
      <Input
        value={draft[part]}
        maxLength={200}
        autoComplete="off"
        onChange={(_, { value }) => setDraft({ ...draft, [part]: value })}
      />
    </Field>
  );
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{text("by-name")}</legend>
        {line("family", "family-name", text("part-of-name"))}
        {line("given", "given-name", text("part-of-name"))}
        {line("born", "birth-date", born === undefined ? text("whole-birth-date") : clinicalDate(born, language))}
        <Field label={text("sex")} {...said("sex")}>
          <Select value={draft.sex} onChange={(_, { value }) => setDraft({ ...draft, sex: value as Sex | "" })}>
            <option value="">{text("any-sex")}</option>
            {Object.entries(SEXES).map(([sex, name]) => (
              <option key={sex} value={sex}>
                {text(name)}
              </option>
            ))}
          </Select>
        </Field>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{text("by-number")}</legend>
        {line("mrn", "number-mr")}
        {line("id", "record-id")}
      </fieldset>
      {needsReason && line("reason", "search-reason", text("search-reason-why"))}
    </>
  );
}
