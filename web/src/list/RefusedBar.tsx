import { useEffect } from "react";
import { useText } from "../i18n/useText";
import type { Refused } from "../live/outbox.model";
import { ActionBar } from "../ui/ActionBar";
import { announce } from "../ui/announcer";

interface RefusedBarProps {
  readonly refused: readonly Refused[];
  readonly onDecide: (id: string) => void;
}

/** Says how many of my edits were not accepted and wait for my decision, wherever their cells are. */
export function RefusedBar({ refused, onDecide }: RefusedBarProps) {
  const text = useText();
  const count = refused.length;
  const first = refused[0];
  useEffect(() => {
    if (count > 0) announce(text("refused-count", { count }), "urgent");
  }, [count, text]);
  if (!first) return null;
  return (
    <ActionBar
      intent="error"
      words={text("refused-count", { count })}
      action={text("decide")}
      perform={() => onDecide(first.id)}
    />
  );
}
