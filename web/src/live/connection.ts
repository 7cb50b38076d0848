import type { ClientMessage } from "../api/types";
import { makeStore, type Store } from "../app/store";
import { backoffMs } from "./backoff.model";

/** Whether the live connection stands; `since` is when it was lost (milliseconds of the epoch). */
export type ConnectionState =
  | { readonly state: "connecting"; readonly since: number }
  | { readonly state: "open" }
  | { readonly state: "waiting"; readonly since: number }
  | { readonly state: "closed" };

/** What the connection needs of the world, so that tests can give it another one. */
export interface ConnectionWorld {
  openSocket(): WebSocket;
  nowMs(): number;
  random(): number;
  /** Asks whether the team is still there and ours, since a socket that does not open says nothing; rejects where no answer came. */
  probe(): Promise<"welcome" | "unwelcome">;
  /** Asks the server for a sign of life; rejects where none came. */
  ping(): Promise<void>;
}

/** A socket that was silent for this long may be dead without a word, as on Wi-Fi out of reach: the server is asked. */
const SILENCE_MS = 20_000;

export interface ConnectionHandlers {
  readonly onOpen: () => void;
  readonly onMessage: (message: unknown) => void;
  /** The team is no longer ours: nothing is tried any more. */
  readonly onUnwelcome: () => void;
}

/** A WebSocket that comes back by itself. */
export class Connection {
  readonly state: Store<ConnectionState>;
  readonly #world: ConnectionWorld;
  readonly #handlers: ConnectionHandlers;
  #socket: WebSocket | undefined;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #lostAt: number;

  constructor(world: ConnectionWorld, handlers: ConnectionHandlers) {
    this.#world = world;
    this.#handlers = handlers;
    this.#lostAt = world.nowMs();
    this.state = makeStore<ConnectionState>({ state: "connecting", since: this.#lostAt });
  }

  /** Connects now, if it does not stand: at the start, and when the device says that it has a network again. */
  connect(): void {
    if (this.#socket || this.state.get().state === "closed") return;
    clearTimeout(this.#timer);
    this.state.set({ state: "connecting", since: this.#lostAt });
    const socket = this.#world.openSocket();
    this.#socket = socket;
    let didOpen = false;
    socket.onopen = () => {
      didOpen = true;
      this.#attempt = 0;
      this.state.set({ state: "open" });
      this.#hearSomething(socket);
      this.#handlers.onOpen();
    };
    socket.onmessage = ({ data }) => {
      if (this.#socket !== socket || typeof data !== "string") return;
      this.#hearSomething(socket);
      this.#handlers.onMessage(JSON.parse(data));
    };
    socket.onclose = () => this.#lost(socket, didOpen);
  }

  /** Counts the connection as lost: the device says it has no network, and the socket would notice only minutes later. */
  drop(): void {
    const socket = this.#socket;
    if (!socket) return;
    socket.close();
    this.#lost(socket, this.state.get().state === "open");
  }

  /** Ends it for good. */
  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.state.set({ state: "closed" });
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  send(message: ClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Asks now whether the server is there: something else got no answer. */
  async check(): Promise<void> {
    const socket = this.#socket;
    if (!socket) return;
    try {
      await this.#world.ping();
      if (this.#socket === socket) this.#hearSomething(socket);
    } catch {
      if (this.#socket === socket) this.drop();
    }
  }

  #hearSomething(socket: WebSocket): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#socket === socket && void this.check(), SILENCE_MS);
  }

  #lost(socket: WebSocket, didOpen: boolean): void {
    if (this.#socket !== socket) return;
    clearTimeout(this.#silence);
    this.#socket = undefined;
    if (didOpen) this.#lostAt = this.#world.nowMs();
    this.state.set({ state: "waiting", since: this.#lostAt });
    void this.#probeAndWait();
  }

  async #probeAndWait(): Promise<void> {
    const answer = await this.#world.probe().catch(() => "no answer" as const);
    if (this.#socket || this.state.get().state !== "waiting") return;
    if (answer === "unwelcome") {
      this.close();
      this.#handlers.onUnwelcome();
      return;
    }
    const delay = backoffMs(this.#attempt, this.#world.random());
    this.#attempt += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), delay);
  }
}
