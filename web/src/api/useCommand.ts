import { useCallback, useRef, useState } from "react";
import { sessionEnded } from "../app/session";
import { makeCommandId } from "./commandId";
import { asProblem, type Problem } from "./problem";

/** Sends a command with its id. */
export type Send<Command, Answer> = (id: string, command: Command) => Promise<Answer>;

/** A command that somebody waits for. */
export interface CommandRun<Command, Answer> {
  readonly isBusy: boolean;
  /** Why the last one had no effect. */
  readonly problem: Problem | undefined;
  /** Resolves with the answer, or with undefined where there is a problem. */
  perform(command: Command): Promise<Answer | undefined>;
  forget(): void;
}

/**
 * Performs commands for a dialog or form. One that got no answer may have had its effect: the same again goes with the same id, so
 * that it has it only once.
 */
export function useCommand<Command, Answer>(send: Send<Command, Answer>): CommandRun<Command, Answer> {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const last = useRef<{ readonly id: string; readonly body: string }>(undefined);
  const running = useRef(false);

  const perform = useCallback(
    async (command: Command) => {
      if (running.current) return undefined;
      running.current = true;
      const body = JSON.stringify(command);
      const id = last.current?.body === body ? last.current.id : makeCommandId();
      last.current = { id, body };
      setBusy(true);
      setProblem(undefined);
      try {
        const answer = await send(id, command);
        last.current = undefined;
        return answer;
      } catch (thrown) {
        const refusal = asProblem(thrown);
        if (!refusal.isTransient) last.current = undefined;
        if (refusal.status === 401) sessionEnded();
        setProblem(refusal);
        return undefined;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [send],
  );
  const forget = useCallback(() => setProblem(undefined), []);
  return { isBusy, problem, perform, forget };
}
