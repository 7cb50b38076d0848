import { Problem } from "../../api/problem";
import type { Command, Outbox, OutboxEvent, Pending } from "../outbox.model";

/** What of an outbox is kept on the device: what has no answer, and what was refused and not yet decided on. */
export interface KeptOutbox {
  readonly pending: readonly Pick<Pending, "id" | "command" | "basedOn" | "body">[];
  readonly refused: readonly {
    readonly id: string;
    readonly command: Command;
    readonly problem: { readonly status: number; readonly code: string; readonly details: Problem["details"] };
  }[];
}

/** What is worth keeping; undefined where nothing waits. */
export function keptOf({ pending, refused }: Outbox): KeptOutbox | undefined {
  const waiting = pending.filter(({ state }) => state !== "done");
  if (waiting.length === 0 && refused.length === 0) return undefined;
  return {
    pending: waiting.map(({ id, command, basedOn, body }) => ({ id, command, basedOn, body })),
    refused: refused.map(({ id, command, problem: { status, code, details } }) => ({
      id,
      command,
      problem: { status, code, details },
    })),
  };
}

/** The event that brings back what a page kept. */
export function broughtBack({ pending, refused }: KeptOutbox): OutboxEvent {
  return {
    type: "brought-back",
    pending: pending.map((each) => ({ ...each, state: "waiting", effectiveAt: undefined })),
    refused: refused.map(({ id, command, problem: { status, code, details } }) => ({
      id,
      command,
      problem: new Problem(status, code, details),
    })),
  };
}
