import type { Field, ListHeader, ListSnapshot, LiveChange, Row } from "../api/types";
import { makeStore } from "../app/store";
import { applyChange, baseOf, type ListBase } from "./listBase.model";
import type { Overlay } from "./outbox.model";
import { type ShownRow, shownRow } from "./shown.model";

/** What a list is as a whole; it changes rarely, and never with a value. */
export interface ListState {
  readonly phase: "opening" | "live" | "gone";
  readonly fields: readonly Field[];
  /** The patients in the agreed order. */
  readonly order: readonly string[];
  /** The list's name and order, where they changed since it was opened. */
  readonly header: ListHeader | undefined;
}

const OPENING: ListState = { phase: "opening", fields: [], order: [], header: undefined };
const NOTHING: Overlay = new Map();

/** An open list: rows to follow one by one, and the list as a whole. */
export class ListStore {
  readonly state = makeStore<ListState>(OPENING);
  /** Grows with every change of any row: for what looks at all of them, such as sorting and warnings of same names. */
  readonly revision = makeStore(0);
  #base: ListBase | undefined;
  #overlay: Overlay = NOTHING;
  readonly #shown = new Map<string, ShownRow>();
  readonly #listeners = new Map<string, Set<() => void>>();

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
    const shown = shownRow(row, this.#base, this.#overlay.get(id));
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
    this.#shown.clear();
    this.#publish([...this.#base.rows.keys(), ...this.#listeners.keys()]);
  }

  /** Applies changes in their order; says where the list must be opened again. */
  apply(changes: readonly LiveChange[]): "applied" | "gap" | "reload" {
    const touched = new Set<string>();
    let result: "applied" | "gap" | "reload" = "applied";
    for (const change of changes) {
      if (!this.#base) return "gap";
      const applied = applyChange(this.#base, change);
      if (applied.result === "gap" || applied.result === "reload") {
        result = applied.result;
        break;
      }
      if (applied.result === "old") continue;
      this.#base = applied.base;
      if (applied.touched !== undefined) touched.add(applied.touched);
    }
    for (const id of touched) this.#shown.delete(id);
    this.#publish([...touched]);
    return result;
  }

  /** Lays what waits over the list; only rows whose overlay changed draw again. */
  cover(overlay: Overlay): void {
    const former = this.#overlay;
    this.#overlay = overlay;
    const touched = [...new Set([...former.keys(), ...overlay.keys()])].filter((id) => this.#base?.rows.has(id));
    for (const id of touched) this.#shown.delete(id);
    if (touched.length > 0) this.#publish(touched);
  }

  /** The list is no longer ours: nothing of it stays. */
  clear(): void {
    this.#base = undefined;
    this.#shown.clear();
    this.state.set({ ...OPENING, phase: "gone" });
    this.#tell([...this.#listeners.keys()]);
  }

  #publish(touched: readonly string[]): void {
    const base = this.#base;
    if (!base) return;
    const { phase, fields, order, header } = this.state.get();
    if (phase !== "live" || fields !== base.fields || order !== base.order || header !== base.header) {
      this.state.set({ phase: "live", fields: base.fields, order: base.order, header: base.header });
    }
    this.#tell(touched);
  }

  #tell(touched: readonly string[]): void {
    for (const id of touched) for (const listener of [...(this.#listeners.get(id) ?? [])]) listener();
    if (touched.length > 0) this.revision.set(this.revision.get() + 1);
  }
}
