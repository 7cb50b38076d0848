import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useEffect } from "react";
import { Problem, problemText } from "../api/problem";
import { literal } from "../i18n/literal";
import { useTexts } from "../i18n/useText";
import { announce } from "../ui/announcer";
import { Icon } from "../ui/Icon";
import { asOfWords } from "./asOf.model";
import styles from "./Chart.module.css";
import { useChartContext, useClock } from "./ChartContext";
import type { EhrProblem, Issue } from "./chart.types";
import { Time } from "./facts";
import { PARTS, partsWith, REASONS, summaryOf } from "./issues.model";

/** What is wrong with the record, in the words of every other problem. */
const asProblem = ({ code, ...parameters }: EhrProblem): Problem => new Problem(502, `ehr_${code}`, parameters);

interface ChartProblemProps {
  /** Why our own server did not answer the last look. */
  readonly unanswered: Problem | undefined;
  readonly retry: () => void;
}

/** Why what is shown is not what the record says now, and how old it is. */
export function ChartProblem({ unanswered, retry }: ChartProblemProps) {
  const texts = useTexts();
  const { view, timeZone } = useChartContext();
  const age = asOfWords(view.as_of, useClock(timeZone), texts);
  const problem = unanswered ?? (view.problem ? asProblem(view.problem) : undefined);
  const why = problem && problemText(problem, texts);
  useEffect(() => {
    if (why !== undefined) announce(why);
  }, [why]);
  if (why === undefined) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {why} <strong>{texts.text("chart-last-known", { age })}</strong>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={retry}>{texts.text("retry")}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Names the parts that are not there although the record may have them: they may be far down the page. */
export function MissingParts() {
  const { text } = useTexts();
  const { view } = useChartContext();
  const named = (status: "failed" | "not_permitted") =>
    partsWith(status, view)
      .map((name) => text(PARTS[name]))
      .join(", ");
  const [failed, forbidden] = [named("failed"), named("not_permitted")];
  if (failed === "" && forbidden === "") return null;
  return (
    <p className={styles.leftOut}>
      <Icon name="warning" /> {failed !== "" && text("parts-failed", { parts: failed })}{" "}
      {forbidden !== "" && text("parts-not-permitted", { parts: forbidden })}
    </p>
  );
}

/** That the record says the patient has died: it must not be found only at the end of the page. */
export function DeceasedNote() {
  const { text } = useTexts();
  const { view } = useChartContext();
  const deceased = view.patient.items[0]?.deceased;
  if (!deceased?.is) return null;
  return (
    <p className={styles.leftOut}>
      <Icon name="important" /> {text("deceased-yes")}
      {deceased.at != null && (
        <>
          {", "}
          <Time time={deceased.at} />
        </>
      )}
    </p>
  );
}

function IssueLine({ issue }: { readonly issue: Issue }) {
  const { text } = useTexts();
  const { part, kind, count, element, said } = issue;
  return (
    <li>
      {text("issue-line", { part: text(PARTS[part]), reason: text(REASONS[kind]), count })}
      {element != null && <span className={styles.quiet}>{literal(element)}</span>}
      {said != null && (
        <span className={styles.quiet}>
          {text("issue-said")} <bdi>{literal(said)}</bdi>
        </span>
      )}
    </li>
  );
}

/** That something of the record is not shown: how much, and on demand why. */
export function ChartIssues() {
  const { text } = useTexts();
  const { issues } = useChartContext().view;
  const { leftOut, others } = summaryOf(issues);
  if (issues.length === 0) return null;
  return (
    <details className={styles.issues}>
      <summary>
        {leftOut > 0 && (
          <strong>
            <Icon name="warning" /> {text("issues-left-out", { count: leftOut })}
          </strong>
        )}
        {leftOut > 0 && others > 0 && " · "}
        {others > 0 && text("issues-others", { count: others })}
      </summary>
      <ul>
        {issues.map((issue) => (
          <IssueLine key={`${issue.part} ${issue.kind} ${issue.element ?? ""} ${issue.said ?? ""}`} issue={issue} />
        ))}
      </ul>
    </details>
  );
}
