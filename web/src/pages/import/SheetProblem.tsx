import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect } from "react";
import type { Problem } from "../../api/problem";
import { useText } from "../../i18n/useText";
import { announce } from "../../ui/announcer";
import { ProblemBar } from "../../ui/ProblemBar";
import { columnWords } from "./columnWords";
import type { FoundColumn } from "./sheet.types";

interface SheetProblemProps {
  readonly problem: Problem | undefined;
  readonly columns: readonly FoundColumn[];
}

/** Why the sheet could not be read so; a fault of the mapping names its column. */
export function SheetProblem({ problem, columns }: SheetProblemProps) {
  const text = useText();
  const { column, reason } = problem?.details ?? {};
  const ofColumn =
    problem?.code === "mapping_refused" && typeof column === "number"
      ? text("mapping-refused-of-column", { column: columnWords(columns, column, text), reason: String(reason) })
      : undefined;
  useEffect(() => {
    if (ofColumn !== undefined) announce(ofColumn, "urgent");
  }, [ofColumn]);
  if (ofColumn === undefined) return <ProblemBar problem={problem} />;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{ofColumn}</MessageBarBody>
    </MessageBar>
  );
}
