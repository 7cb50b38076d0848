import { Subtitle2 } from "@fluentui/react-components";
import { useId } from "react";
import type { TextId } from "../../generated/textIds";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { columnWords } from "./columnWords";
import styles from "./Import.module.css";
import { ISSUES, SKIPS } from "./issueTexts";
import type { ImportIssue, ImportPreview } from "./sheet.types";

const EFFECTS: readonly (readonly [ImportIssue["effect"], TextId])[] = [
  ["line_left_out", "lines-left-out"],
  ["value_left_out", "values-left-out"],
  ["noted", "issues-noted"],
];

interface IssueLineProps {
  readonly issue: ImportIssue;
  readonly preview: ImportPreview;
}

function IssueLine({ issue, preview }: IssueLineProps) {
  const text = useText();
  const { row, column, cell, reason } = issue;
  const firstRow = "first_row" in reason ? reason.first_row : 0;
  return (
    <li>
      <strong>{text("row-number", { row })}</strong>
      {typeof column === "number" && (
        <>
          {", "}
          <bdi>{literal(columnWords(preview.columns, column, text))}</bdi>
        </>
      )}
      {typeof cell === "string" && (
        <>
          {": "}
          <q>
            <bdi>{literal(cell)}</bdi>
          </q>
        </>
      )}
      {" – "}
      {text(ISSUES[reason.kind], { row: firstRow })}
    </li>
  );
}

function Skipped({ preview }: Pick<IssueLineProps, "preview">) {
  const text = useText();
  const { skipped } = preview;
  if (skipped.length === 0) return null;
  return (
    <details className={styles.reading}>
      <summary>{text("rows-skipped", { count: skipped.length })}</summary>
      <ul className={styles.issues}>
        {skipped.map(({ first_row: first, last_row: last, reason }) => (
          <li key={first}>
            <strong>{first === last ? text("row-number", { row: first }) : text("row-range", { first, last })}</strong>
            {" – "}
            {text(SKIPS[reason])}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a person should know of the sheet's rows before they import: what is left out first. */
export function IssueList({ preview }: Pick<IssueLineProps, "preview">) {
  const text = useText();
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Subtitle2 as="h2" id={titleId}>
        {text("sheet-issues")}
      </Subtitle2>
      {preview.issues.length === 0 && <p>{text("no-issues")}</p>}
      {EFFECTS.map(([effect, title]) => {
        const issues = preview.issues.filter((issue) => issue.effect === effect);
        return (
          issues.length > 0 && (
            <details key={effect} className={styles.reading} open={effect !== "noted"}>
              <summary>{text(title, { count: issues.length })}</summary>
              <ul className={styles.issues}>
                {issues.map((issue, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: one cell may have two issues of one kind, and the list is only replaced
                  <IssueLine key={index} issue={issue} preview={preview} />
                ))}
              </ul>
            </details>
          )
        );
      })}
      {preview.more_issues > 0 && <p>{text("more-issues", { count: preview.more_issues })}</p>}
      <Skipped preview={preview} />
    </section>
  );
}
