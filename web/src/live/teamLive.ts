import { request } from "../api/client";
import { asProblem, NO_CONNECTION, Problem } from "../api/problem";
import type { ListSnapshot, LiveChange, MarkedThing, ServerMessage, Team, Unseen, Value } from "../api/types";
import { makeStore } from "../app/store";
import { backoffMs } from "./backoff.model";
import { Connection, type ConnectionWorld } from "./connection";
import { ListStore } from "./listStore";
import { OutboxSender } from "./outbox";
import { type Command, overlayOf } from "./outbox.model";

export type TeamState =
  | { readonly state: "loading" }
  | { readonly state: "loaded"; readonly team: Team }
  | { readonly state: "failed"; readonly problem: Problem };

/** What a list's listener hears: changes that the list now has, or that the list was read anew, so that some may have been missed. */
export type ListEvent =
  | { readonly type: "changes"; readonly changes: readonly LiveChange[] }
  | { readonly type: "read-anew" };

/** How long a list that nobody looks at stays open: going to one of its patients and back is no new look at it. */
const LINGER_MS = 2_000;

interface OpenList {
  readonly store: ListStore;
  readonly listeners: Set<(event: ListEvent) => void>;
  /** How many parts of the page look at it. */
  users: number;
  isLoading: boolean;
  attempt: number;
}

export interface TeamLiveOptions {
  readonly team: string;
  /** The user who is signed in. */
  readonly me: string;
  readonly onSignedOut: () => void;
  readonly world?: ConnectionWorld;
}

function browserWorld(team: string, onSignedOut: () => void): ConnectionWorld {
  return {
    openSocket: () => new WebSocket(new URL(`/api/teams/${team}/live`, location.href.replace(/^http/, "ws"))),
    nowMs: () => Date.now(),
    random: () => Math.random(),
    ping: () => request<void>("/api/me"),
    async probe() {
      try {
        await request<unknown>(`/api/teams/${team}`);
        return "welcome";
      } catch (thrown) {
        const { status } = asProblem(thrown);
        if (status === 401) onSignedOut();
        if (status === 404 || status === 403) return "unwelcome";
        throw thrown;
      }
    },
  };
}

function tell({ listeners }: OpenList, event: ListEvent): void {
  for (const listener of [...listeners]) listener(event);
}

/** One team as this page sees and changes it: its lists live, and what waits to be sent. */
export class TeamLive {
  readonly team = makeStore<TeamState>({ state: "loading" });
  readonly outbox: OutboxSender;
  readonly connection: Connection;
  readonly #path: string;
  readonly #me: string;
  readonly #onSignedOut: () => void;
  readonly #lists = new Map<string, OpenList>();
  /** The patient's page that is open. */
  #watch: { readonly patient: string; readonly hear: (sequence: number) => void } | undefined;

  constructor({ team, me, onSignedOut, world = browserWorld(team, onSignedOut) }: TeamLiveOptions) {
    this.#path = `/api/teams/${team}`;
    this.#me = me;
    this.#onSignedOut = onSignedOut;
    this.outbox = new OutboxSender((id, command) => this.#post(id, command), onSignedOut);
    this.connection = new Connection(world, {
      onOpen: () => this.#connected(),
      onMessage: (message) => this.#receive(message as ServerMessage),
      onUnwelcome: () => this.#unwelcome(),
    });
    this.outbox.state.subscribe(() => this.#cover());
    // Who was there when the connection was lost may be gone since.
    this.connection.state.subscribe(() => {
      if (this.connection.state.get().state === "open") return;
      for (const [list, { store }] of this.#lists) store.setPresence({ list, people: [], more: 0 });
    });
  }

  /** Begins; until then nothing is asked of the server. */
  start(): void {
    void this.loadTeam();
    this.connection.connect();
  }

  /** Ends it; what has not been sent is lost, so that callers ask first. */
  stop(): void {
    this.connection.close();
  }

  /** Opens a list, or looks at it from one more place. Close it as often as it was opened. */
  open(list: string): ListStore {
    const known = this.#lists.get(list);
    if (known) {
      known.users += 1;
      return known.store;
    }
    const store = new ListStore(this.#me);
    const opened: OpenList = { store, listeners: new Set(), users: 1, isLoading: false, attempt: 0 };
    this.#lists.set(list, opened);
    opened.store.cover(overlayOf(this.outbox.state.get(), 0));
    void this.#load(list, opened);
    return opened.store;
  }

  close(list: string): void {
    const opened = this.#lists.get(list);
    if (!opened) return;
    opened.users -= 1;
    setTimeout(() => {
      if (opened.users > 0 || this.#lists.get(list) !== opened) return;
      this.#lists.delete(list);
      this.connection.send({ close: { list } });
    }, LINGER_MS);
  }

  /** Hears what happens to a list that is open, for what shows more of a patient than the list does. */
  listen(list: string, listener: (event: ListEvent) => void): () => void {
    const listeners = this.#lists.get(list)?.listeners;
    listeners?.add(listener);
    return () => listeners?.delete(listener);
  }

  /**
   * Hears that there is news of a patient which no open list tells: the sequence of it. First, and whenever the connection comes back, it hears how far the
   * patient is. One at a time: the patient's page that is open.
   */
  watch(patient: string, hear: (sequence: number) => void): () => void {
    const watch = { patient, hear };
    this.#watch = watch;
    this.connection.send({ watch: { patient } });
    return () => {
      if (this.#watch !== watch) return;
      this.#watch = undefined;
      this.connection.send({ watch: {} });
    };
  }

  /** Tells the others which value is edited here, or that none is. */
  tellEditing(list: string, cell: { readonly patient: string; readonly field: string } | undefined): void {
    this.connection.send({ presence: { list, ...cell } });
  }

  /** Unmarks one thing of a list, or all of it, up to what is shown now; personal, and only mine. */
  async see(list: string, thing?: MarkedThing): Promise<void> {
    const store = this.#lists.get(list)?.store;
    if (!store) return;
    await request<unknown>(`${this.#path}/lists/${list}/seen`, {
      method: "PUT",
      body: { ...(thing ? { thing } : {}), sequence: store.sequence },
    });
    store.see(thing);
  }

  /** Changes a value: shown at once, sent until answered. `basedOn` is the list's sequence when the edit began. */
  setValue(patient: string, field: string, value: Value, basedOn: number): void {
    this.outbox.give({ type: "set_value", patient, field, value }, basedOn);
  }

  /** Gives a command whose effect comes with the live changes; `basedOn` where it replaces what somebody may have changed. */
  give(command: Command, basedOn?: number): void {
    this.outbox.give(command, basedOn);
  }

  /** Sends a command that somebody waits for, such as a dialog's; repeat with the same id after a lost connection. */
  async command<Answer>(id: string, command: unknown): Promise<Answer> {
    return await request<Answer>(`${this.#path}/commands`, { method: "POST", body: { id, command } });
  }

  /** Reads the team: its schema, lists and members. */
  async loadTeam(): Promise<void> {
    try {
      this.team.set({ state: "loaded", team: await request<Team>(this.#path) });
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status === 401) this.#onSignedOut();
      if (this.team.get().state !== "loaded" || problem.status === 404) this.team.set({ state: "failed", problem });
    }
  }

  async #post(id: string, command: unknown): Promise<{ sequence: number }> {
    try {
      const answer = await this.command<{ sequence: number }>(id, command);
      // The server answers again: no need to wait for the next attempt.
      this.connection.connect();
      return answer;
    } catch (thrown) {
      if (asProblem(thrown).code === NO_CONNECTION) void this.connection.check();
      throw thrown;
    }
  }

  #connected(): void {
    this.outbox.resume();
    if (this.#watch) this.connection.send({ watch: { patient: this.#watch.patient } });
    for (const [list, { store }] of this.#lists) {
      if (store.version !== undefined) this.connection.send({ open: { list, version: store.version } });
    }
  }

  async #load(list: string, opened: OpenList): Promise<void> {
    if (opened.isLoading) return;
    opened.isLoading = true;
    const snapshot = await request<ListSnapshot>(`${this.#path}/lists/${list}`).catch(asProblem);
    opened.isLoading = false;
    if (this.#lists.get(list) !== opened) return;
    if (!(snapshot instanceof Problem)) {
      opened.attempt = 0;
      if (opened.store.version === undefined) void this.#loadUnseen(list, opened.store);
      this.#open(opened, snapshot);
      this.connection.send({ open: { list, version: snapshot.version } });
      return;
    }
    if (snapshot.status === 401) this.#onSignedOut();
    if (snapshot.status === 404 || snapshot.status === 403) {
      opened.store.clear();
      return;
    }
    setTimeout(() => void this.#load(list, opened), backoffMs(opened.attempt, Math.random()));
    opened.attempt += 1;
  }

  /** What changed since I looked; where that cannot be read nothing is marked, rather than everything. */
  async #loadUnseen(list: string, store: ListStore): Promise<void> {
    try {
      const { unseen } = await request<{ unseen: readonly Unseen[] }>(`${this.#path}/lists/${list}/unseen`);
      store.setUnseen(unseen);
    } catch {
      // The connection's own signs say that something is wrong.
    }
  }

  #receive(message: ServerMessage): void {
    if ("changes" in message) this.#change(message.changes);
    if ("closed" in message) this.#lists.get(message.closed.list)?.store.clear();
    if ("presence" in message) this.#lists.get(message.presence.list)?.store.setPresence(message.presence);
    if ("record" in message) this.#lists.get(message.record.list)?.store.record.set(message.record);
    if ("patient" in message && message.patient.patient === this.#watch?.patient) {
      this.#watch.hear(message.patient.sequence);
    }
    if ("reopen" in message) {
      const opened = this.#lists.get(message.reopen.list);
      if (opened) void this.#load(message.reopen.list, opened);
    }
    if ("opened" in message) {
      const { list, snapshot } = message.opened;
      const opened = this.#lists.get(list);
      if (snapshot && opened) this.#open(opened, snapshot);
    }
  }

  #open(opened: OpenList, snapshot: ListSnapshot): void {
    opened.store.open(snapshot);
    this.#cover();
    tell(opened, { type: "read-anew" });
  }

  #change(changes: readonly LiveChange[]): void {
    for (const list of new Set(changes.map((change) => change.list))) {
      const ofList = changes.filter((change) => change.list === list);
      const opened = this.#lists.get(list);
      if (!opened) continue;
      const before = opened.store.version ?? 0;
      const result = opened.store.apply(ofList);
      const now = opened.store.version ?? 0;
      const applied = ofList.filter(({ version }) => version > before && version <= now);
      if (applied.length > 0) tell(opened, { type: "changes", changes: applied });
      for (const { command, sequence } of ofList) {
        if (command != null) this.outbox.reduce({ type: "effective", id: command, sequence });
      }
      // What is being loaded brings the version from which to go on.
      if (opened.isLoading) continue;
      if (result === "gap") this.connection.send({ open: { list, version: opened.store.version ?? null } });
      if (result === "reload") {
        void this.loadTeam();
        void this.#load(list, opened);
      }
    }
    this.#cover();
  }

  /** Lays what waits over each open list, and forgets what all of them show. */
  #cover(): void {
    const state = this.outbox.state.get();
    const lists = [...this.#lists.values()].filter(({ store }) => store.version !== undefined);
    for (const { store } of lists) store.cover(overlayOf(state, store.sequence));
    if (lists.length > 0)
      this.outbox.reduce({ type: "shown", sequence: Math.min(...lists.map(({ store }) => store.sequence)) });
  }

  #unwelcome(): void {
    for (const { store } of this.#lists.values()) store.clear();
    this.team.set({ state: "failed", problem: new Problem(404, "not_found", { what: "team" }) });
  }
}
