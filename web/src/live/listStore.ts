import type {
  Field,
  ListHeader,
  ListSnapshot,
  LiveChange,
  MarkedThing,
  PresenceMessage,
  RecordState,
  Row,
  Unseen,
} from "../api/types";
import { makeStore } from "../app/store";
import { applyChange, baseOf, type ListBase } from "./listBase.model";
import type { Overlay } from "./outbox.model";
import { type Editors, findEditors, touchedPatients } from "./presence.model";
import { type ShownRow, shownRow } from "./shown.model";
import { afterChange, isNoNews, type UnseenOfList, unseenOf, withThing } from "./unseen.model";

/** What a list is as a whole; it changes rarely, and never with a value. */
export interface ListState {
  readonly phase: "opening" | "live" | "gone";
  readonly fields: readonly Field[];
  /** The patients in the agreed order. */
  readonly order: readonly string[];
  /** The list's name, order and columns; undefined before it was opened. */
  readonly header: ListHeader | undefined;
}

const OPENING: ListState = { phase: "opening", fields: [], order: [], header: undefined };

/** An open list: rows to follow one by one, and the list as a whole. */
export class ListStore {
  readonly state = makeStore<ListState>(OPENING);
  /** Grows with every change of any row: for what looks at all of them, such as sorting and warnings of same names. */
  readonly revision = makeStore(0);
  /** Who has the list open, oneself included. */
  readonly people = makeStore<{ readonly users: readonly string[]; readonly more: number }>({ users: [], more: 0 });
  /** How fresh the columns of the record are; undefined until the server says, or where there are none. */
  readonly record = makeStore<RecordState | undefined>(undefined);
  /** What others changed since I looked. */
  readonly unseen = makeStore<UnseenOfList>(new Map());
  readonly #me: string;
  #base: ListBase | undefined;
  #overlay: Overlay = new Map();
  #editors: ReadonlyMap<string, Editors> = new Map();
  readonly #shown = new Map<string, ShownRow>();
  readonly #listeners = new Map<string, Set<() => void>>();

  /** `me` is the user who looks: their own edits are neither unseen nor announced to them. */
  constructor(me: string) {
    this.#me = me;
  }

  /** The version that is held, to resume from. */
  get version(): number | undefined {
    return this.#base?.version;
  }

  /** The newest sequence that is in it; 0 before it was opened. */
  get sequence(): number {
    return this.#base?.sequence ?? 0;
  }

  /** The row as it is shown; the same object until it changes. */
  readonly find = (id: string): ShownRow | undefined => {
    const known = this.#shown.get(id);
    if (known) return known;
    const row = this.#base?.rows.get(id);
    if (!this.#base || !row) return undefined;
    const over = { overlay: this.#overlay.get(id), editors: this.#editors.get(id), unseen: this.unseen.get().get(id) };
    const shown = shownRow(row, this.#base, over);
    this.#shown.set(id, shown);
    return shown;
  };

  /** The row as the server has told it, without what waits. */
  findBase(id: string): Row | undefined {
    return this.#base?.rows.get(id);
  }

  readonly subscribe = (id: string, listener: () => void): (() => void) => {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(id) === listeners) this.#listeners.delete(id);
    };
  };

  /** Takes a whole list. */
  open(snapshot: ListSnapshot): void {
    this.#base = baseOf(snapshot);
    this.#redraw([...this.#base.rows.keys(), ...this.#shown.keys(), ...this.#listeners.keys()]);
    this.#publish();
    this.#revise();
  }

  /** Applies changes in their order; says where the list must be opened again. */
  apply(changes: readonly LiveChange[]): "applied" | "gap" | "reload" {
    const touched = new Set<string>();
    let result: "applied" | "gap" | "reload" = "applied";
    let unseen = this.unseen.get();
    for (const change of changes) {
      if (!this.#base) return "gap";
      const applied = applyChange(this.#base, change);
      if (applied.result === "gap" || applied.result === "reload") {
        result = applied.result;
        break;
      }
      if (applied.result === "old") continue;
      if (!isNoNews(this.#base, change)) unseen = afterChange(unseen, change, this.#me);
      this.#base = applied.base;
      if (applied.touched !== undefined) touched.add(applied.touched);
    }
    this.unseen.set(unseen);
    this.#redraw(touched);
    this.#publish();
    if (touched.size > 0) this.#revise();
    return result;
  }

  /** Lays what waits over the list; only rows that something lies or lay over draw again. */
  cover(overlay: Overlay): void {
    const touched = new Set([...this.#overlay.keys(), ...overlay.keys()]);
    this.#overlay = overlay;
    if (touched.size === 0) return;
    this.#redraw(touched);
    this.#revise();
  }

  /** Takes who is there and what they edit. */
  setPresence(message: PresenceMessage): void {
    const editors = findEditors(message, this.#me);
    const touched = touchedPatients(this.#editors, editors);
    this.#editors = editors;
    const users = message.people.map(({ user }) => user);
    const former = this.people.get();
    const isSame = former.more === message.more && former.users.join() === users.join();
    if (!isSame) this.people.set({ users, more: message.more });
    this.#redraw(touched);
  }

  /** Takes what others changed before the list was opened; what came since stays marked. */
  setUnseen(list: readonly Unseen[]): void {
    let unseen = unseenOf(list);
    for (const things of this.unseen.get().values()) {
      for (const { thing, changed } of things.values()) unseen = withThing(unseen, thing, changed);
    }
    this.unseen.set(unseen);
    this.#redraw(unseen.keys());
  }

  /** One thing was looked at, or without a thing all of them. */
  see(thing?: MarkedThing): void {
    const former = this.unseen.get();
    this.unseen.set(thing ? withThing(former, thing, undefined) : new Map());
    this.#redraw(thing ? [thing.patient] : former.keys());
  }

  /** The list is no longer ours: nothing of it stays. */
  clear(): void {
    this.#base = undefined;
    this.unseen.set(new Map());
    this.record.set(undefined);
    this.people.set({ users: [], more: 0 });
    this.state.set({ ...OPENING, phase: "gone" });
    this.#redraw([...this.#shown.keys(), ...this.#listeners.keys()]);
  }

  #publish(): void {
    const base = this.#base;
    if (!base) return;
    const { phase, fields, order, header } = this.state.get();
    if (phase !== "live" || fields !== base.fields || order !== base.order || header !== base.header) {
      this.state.set({ phase: "live", fields: base.fields, order: base.order, header: base.header });
    }
  }

  #redraw(ids: Iterable<string>): void {
    const touched = [...new Set(ids)];
    for (const id of touched) this.#shown.delete(id);
    for (const id of touched) for (const listener of [...(this.#listeners.get(id) ?? [])]) listener();
  }

  #revise(): void {
    this.revision.set(this.revision.get() + 1);
  }
}
