import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect } from "react";
import { type Problem, problemText } from "../api/problem";
import { useTexts } from "../i18n/useText";
import { announce } from "./announcer";

/** Says in a form why its command had no effect; read out when it appears. */
export function ProblemBar({ problem }: { readonly problem: Problem | undefined }) {
  const texts = useTexts();
  const words = problem && problemText(problem, texts);
  useEffect(() => {
    if (words !== undefined) announce(words, "urgent");
  }, [words]);
  if (words === undefined) return null;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{words}</MessageBarBody>
    </MessageBar>
  );
}
