import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect } from "react";
import type { Problem } from "../api/problem";
import { useFieldContext } from "../fields/fieldUi";
import { authorName } from "../i18n/people";
import { useText } from "../i18n/useText";
import { announce } from "../ui/announcer";
import { ProblemBar } from "../ui/ProblemBar";

export const isAudienceQuestion = (problem: Problem | undefined): boolean => problem?.code === "wider_audience";

/** Names who would see the patient and does not now; any other problem is told as it is. */
export function AudienceQuestion({ problem }: { readonly problem: Problem | undefined }) {
  const text = useText();
  const { names } = useFieldContext();
  const isAsked = isAudienceQuestion(problem);
  const users = isAsked && Array.isArray(problem?.details.users) ? problem.details.users : [];
  const who = users.map((user) => authorName(String(user), names, { text })).join(", ");
  const words = text("audience-question", { count: users.length, who });
  useEffect(() => {
    if (isAsked) announce(words, "urgent");
  }, [isAsked, words]);
  if (!isAsked) return <ProblemBar problem={problem} />;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{words}</MessageBarBody>
    </MessageBar>
  );
}
