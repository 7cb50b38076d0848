import { makeCommandId } from "../api/commandId";
import { asProblem, type Problem } from "../api/problem";
import { makeStore } from "../app/store";
import { backoffMs } from "./backoff.model";
import { type Command, EMPTY_OUTBOX, type OutboxEvent, type Pending, reduceOutbox, sendable } from "./outbox.model";

/** How many commands are on their way at once: a pasted range must not wait for a round trip a cell. */
const AT_ONCE = 4;

/** Sends one command; resolves with the sequence of its effect, rejects with a `Problem`. */
export type SendCommand = (id: string, body: unknown) => Promise<{ readonly sequence: number }>;

/** Sends commands until each has an answer, whatever the network does meanwhile. */
export class OutboxSender {
  readonly state = makeStore(EMPTY_OUTBOX);
  /** Why what waits is not accepted now, until something is. */
  readonly trouble = makeStore<Problem | undefined>(undefined);
  readonly #send: SendCommand;
  readonly #onSignedOut: () => void;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: SendCommand, onSignedOut: () => void) {
    this.#send = send;
    this.#onSignedOut = onSignedOut;
  }

  /** Gives a command; returns its id. */
  give(command: Command, basedOn?: number): string {
    const id = makeCommandId();
    this.reduce({ type: "given", id, command, basedOn });
    this.#sendWhatCan();
    return id;
  }

  /** Takes over what a closed page had kept, and sends it. */
  bringBack(event: OutboxEvent): void {
    this.reduce(event);
    this.#sendWhatCan();
  }

  reduce(event: OutboxEvent): void {
    this.state.set(reduceOutbox(this.state.get(), event));
  }

  /** Tries at once what waits: the connection is back. */
  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#attempt = 0;
    this.#sendWhatCan();
  }

  #sendWhatCan(): void {
    if (this.#timer !== undefined) return;
    for (const { id } of sendable(this.state.get(), AT_ONCE)) {
      this.reduce({ type: "sending", id });
      const pending = this.state.get().pending.find((each) => each.id === id);
      if (pending) void this.#sendOne(pending);
    }
  }

  async #sendOne({ id, body }: Pending): Promise<void> {
    try {
      const { sequence } = await this.#send(id, body);
      this.#attempt = 0;
      this.trouble.set(undefined);
      this.reduce({ type: "effective", id, sequence });
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status === 401) {
        // It waits until somebody has signed in again.
        this.reduce({ type: "lost", id });
        this.#onSignedOut();
        return;
      }
      if (problem.isTransient) {
        this.trouble.set(problem);
        this.reduce({ type: "lost", id });
        this.#retryLater();
        return;
      }
      this.reduce({ type: "refused", id, problem });
    }
    this.#sendWhatCan();
  }

  #retryLater(): void {
    if (this.#timer !== undefined) return;
    const delay = backoffMs(this.#attempt, Math.random());
    this.#attempt += 1;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#sendWhatCan();
    }, delay);
  }
}
