import type { CellAddress } from "./grid.types";

/** What is active and selected in a grid, and whether the active cell is being edited. */
export interface ActiveState {
  readonly active: CellAddress;
  /** The other corner of the selected range; the active cell itself where only it is selected. */
  readonly anchor: CellAddress;
  readonly selectedRows: ReadonlySet<string>;
  readonly selectedColumns: ReadonlySet<string>;
  readonly isEditing: boolean;
  readonly seed: string | undefined;
  /** Grows when the active cell shall take the focus. */
  readonly focusCount: number;
}

export type ActiveChange = Omit<ActiveState, "focusCount">;

/** A single active cell, not edited. */
export function onlyActive(active: CellAddress): ActiveChange {
  return {
    active,
    anchor: active,
    selectedRows: new Set([active.row]),
    selectedColumns: new Set([active.column]),
    isEditing: false,
    seed: undefined,
  };
}

/**
 * The active cell in a store of its own: a move concerns two rows of a thousand, and each row asks only for what concerns it.
 */
export class ActiveStore {
  #state: ActiveState;
  #handledFocus = 0;
  readonly #listeners = new Set<() => void>();

  constructor(active: CellAddress) {
    this.#state = { ...onlyActive(active), focusCount: 0 };
  }

  get state(): ActiveState {
    return this.#state;
  }

  set(change: ActiveChange, takesFocus: boolean): void {
    this.#state = { ...change, focusCount: this.#state.focusCount + (takesFocus ? 1 : 0) };
    for (const listener of [...this.#listeners]) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What concerns a row: undefined for nearly all of them, so that they do not draw again. */
  forRow(row: string): ActiveState | undefined {
    const { active, selectedRows } = this.#state;
    return active.row === row || (selectedRows.size > 1 && selectedRows.has(row)) ? this.#state : undefined;
  }

  /** Whether the active cell shall take the focus now; true only once for each time that it was asked for. */
  takeFocus(): boolean {
    const isWanted = this.#state.focusCount > this.#handledFocus;
    this.#handledFocus = this.#state.focusCount;
    return isWanted;
  }
}
