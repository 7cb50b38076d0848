import { Button, Field, Radio, RadioGroup, Subtitle2 } from "@fluentui/react-components";
import { useId } from "react";
import type { Team } from "../../api/types";
import { useFieldContext } from "../../fields/fieldUi";
import { useText } from "../../i18n/useText";
import { PatientIdentity } from "../../patient/Identity";
import { identityWords, nameWords } from "../../patient/identity.model";
import styles from "./Import.module.css";
import { openQuestions, type RowAnswer, type RowAnswers, rowKey } from "./rows.model";
import type { ImportPreview, PreviewRow } from "./sheet.types";

interface QuestionProps {
  readonly row: PreviewRow;
  readonly given: RowAnswer | undefined;
  readonly answer: (given: RowAnswer) => void;
  readonly team: Team;
  readonly list: string;
}

const SAME = "same:";

function valueOfAnswer(given: RowAnswer | undefined): string {
  if (!given) return "";
  return given.answer === "same" ? `${SAME}${given.patient}` : given.answer;
}

function answerOf(value: string): RowAnswer {
  if (value.startsWith(SAME)) return { answer: "same", patient: value.slice(SAME.length) };
  return { answer: value === "leave-out" ? "leave-out" : "distinct" };
}

/** Whether a row is somebody whom the team, or an earlier row, has: both identities stand side by side. */
function Question({ row, given, answer, team, list }: QuestionProps) {
  const text = useText();
  const context = useFieldContext();
  const { today, texts } = context;
  const { patients, hidden, earlier_row: earlier } = row.duplicate ?? { patients: [], hidden: false };
  const listNames = (ids: readonly string[]) =>
    ids.map((id) => team.lists.find((each) => each.id === id)?.name ?? text("a-former-list")).join(", ");
  return (
    <li className={styles.question}>
      <div className={styles.asked}>
        <strong>{text("row-number", { row: row.number })}</strong>
        <PatientIdentity identity={row.row.identity} today={today} />
        {typeof earlier === "number" && <span className={styles.note}>{text("same-as-row", { row: earlier })}</span>}
        {hidden && <span className={styles.note}>{text("duplicate-hidden")}</span>}
      </div>
      <Field label={text("is-it-the-same")}>
        <RadioGroup value={valueOfAnswer(given)} onChange={(_, { value }) => answer(answerOf(value))}>
          {patients.map(({ id, identity, lists }) => (
            <Radio
              key={id}
              value={`${SAME}${id}`}
              label={
                <span className={styles.candidate}>
                  <span>{text(lists.includes(list) ? "same-person-on-list" : "same-person")}</span>
                  <PatientIdentity identity={identity} today={today} />
                  {lists.length > 0 && <span>{text("is-on-lists", { lists: listNames(lists) })}</span>}
                </span>
              }
            />
          ))}
          <Radio
            value="distinct"
            label={text("duplicate-is-somebody-else")}
            aria-label={`${text("duplicate-is-somebody-else")}: ${nameWords(identityWords(row.row.identity, today, texts))}`}
          />
          <Radio value="leave-out" label={text("leave-row-out")} />
        </RadioGroup>
      </Field>
    </li>
  );
}

interface DuplicateQuestionsProps {
  readonly preview: ImportPreview;
  readonly answers: RowAnswers;
  readonly answer: (key: string, given: RowAnswer) => void;
  readonly team: Team;
  readonly list: string;
}

/** The rows that may be somebody whom the team has: each needs an answer before the import. */
export function DuplicateQuestions({ preview, answers, answer, team, list }: DuplicateQuestionsProps) {
  const text = useText();
  const titleId = useId();
  const asked = preview.rows.filter(({ duplicate }) => duplicate);
  if (asked.length === 0) return null;
  const open = openQuestions(preview.rows, answers);
  const leaveOut = () => {
    for (const row of open) answer(rowKey(row), { answer: "leave-out" });
  };
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Subtitle2 as="h2" id={titleId}>
        {text("duplicate-questions", { count: asked.length })}
      </Subtitle2>
      {open.length > 1 && (
        <Button className={styles.fit ?? ""} onClick={leaveOut}>
          {text("leave-open-out", { count: open.length })}
        </Button>
      )}
      <ul className={styles.questions}>
        {asked.map((row) => (
          <Question
            key={rowKey(row)}
            row={row}
            given={answers.get(rowKey(row))}
            answer={(given) => answer(rowKey(row), given)}
            team={team}
            list={list}
          />
        ))}
      </ul>
    </section>
  );
}
