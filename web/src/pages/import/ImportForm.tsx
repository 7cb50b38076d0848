import { Button } from "@fluentui/react-components";
import { useCallback } from "react";
import { request } from "../../api/client";
import { makeCommandId } from "../../api/commandId";
import { asProblem, problemText } from "../../api/problem";
import type { Team, TeamCommand } from "../../api/types";
import { useCommand } from "../../api/useCommand";
import type { CommandAnswer } from "../../api/wire";
import { navigate } from "../../app/router";
import { useTexts } from "../../i18n/useText";
import type { TeamLive } from "../../live/teamLive";
import { AudienceQuestion, isAudienceQuestion } from "../../patient/AudienceQuestion";
import { notify } from "../../ui/notices";
import { ColumnsTable } from "./ColumnsTable";
import { DuplicateQuestions } from "./DuplicateQuestions";
import styles from "./Import.module.css";
import { IssueList } from "./IssueList";
import { PatientsTable } from "./PatientsTable";
import { ReadingForm } from "./ReadingForm";
import { openQuestions, rowsToImport } from "./rows.model";
import type { ImportMapping, ImportPreview } from "./sheet.types";
import type { SheetControls } from "./useSheet";

/** Five thousand patients are written in a second or two; the network may be slow. */
const IMPORTING_MS = 120_000;

interface ImportFormProps {
  readonly team: string;
  readonly list: string;
  readonly loaded: Team;
  readonly live: TeamLive;
  readonly sheet: SheetControls;
  readonly preview: ImportPreview;
  readonly mapping: ImportMapping;
}

function useImport(team: string) {
  const send = useCallback(
    (id: string, command: TeamCommand) =>
      request<CommandAnswer>(`/api/teams/${team}/commands`, {
        method: "POST",
        body: { id, command },
        timeoutMs: IMPORTING_MS,
      }),
    [team],
  );
  return useCommand(send);
}

/** What the sheet holds, to be looked at and corrected, and the import itself. */
export function ImportForm({ team, list, loaded, live, sheet, preview, mapping }: ImportFormProps) {
  const texts = useTexts();
  const { text } = texts;
  const { answers, isReading, problem: readingProblem } = sheet.state;
  const { perform, problem, isBusy } = useImport(team);
  const isAsked = isAudienceQuestion(problem);
  const rows = rowsToImport(preview.rows, answers);
  const open = openQuestions(preview.rows, answers).length;
  const isReady = rows.length > 0 && open === 0 && !isReading && !readingProblem;

  const undo = async (done: string) => {
    try {
      await live.command(makeCommandId(), { type: "undo_import", import: done });
      notify("success", text("import-undone"));
    } catch (thrown) {
      notify("error", problemText(asProblem(thrown), texts));
    }
  };
  const submit = async () => {
    if (!isReady) return;
    const command = { type: "import_patients", list, fields: preview.fields, rows, confirm_audience: isAsked } as const;
    const answer = await perform(command);
    if (!answer) return;
    const done = answer.import;
    const action = { label: text("undo-import"), perform: () => void (done && undo(done)) };
    notify("success", text("imported", { count: rows.length }), action);
    await live.loadTeam();
    navigate("list", { team, list });
  };
  return (
    <>
      <ReadingForm preview={preview} options={sheet.state.options} setOptions={sheet.setOptions} />
      <ColumnsTable team={loaded} preview={preview} mapping={mapping} setMapping={sheet.setMapping} />
      <IssueList preview={preview} />
      <DuplicateQuestions preview={preview} answers={answers} answer={sheet.answer} team={loaded} list={list} />
      <PatientsTable preview={preview} team={loaded} />
      <div className={styles.end}>
        {open > 0 && <p className={styles.open}>{text("questions-open", { count: open })}</p>}
        <AudienceQuestion problem={problem} />
        {problem && !isAsked && !problem.isTransient && <Button onClick={sheet.again}>{text("read-again")}</Button>}
        <Button appearance="primary" disabledFocusable={!isReady || isBusy} onClick={() => void submit()}>
          {isAsked ? text("let-them-see") : text("import-do", { count: rows.length })}
        </Button>
      </div>
    </>
  );
}
