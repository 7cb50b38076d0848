import { useSyncExternalStore } from "react";
import type { Identity } from "../api/types";
import type { ListStore } from "../live/listStore";
import { isMasked } from "../patient/masked.model";
import { findNameWarnings, type NamedPatient, type NameWarning } from "../patient/similarNames.model";

/** Who of a list could be taken for another: looked for anew only when an identity came, went or changed. */
export class NameWarnings {
  #warnings: ReadonlyMap<string, NameWarning> = new Map();
  #identities: readonly Identity[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(store: ListStore) {
    const look = () => this.#look(store);
    look();
    store.revision.subscribe(look);
  }

  #look(store: ListStore): void {
    const patients: NamedPatient[] = store.state.get().order.flatMap((id) => {
      const row = store.findBase(id);
      // Who is protected is not compared: nothing is known of her.
      return row && !isMasked(row.patient) ? [{ id, identity: row.patient.identity }] : [];
    });
    const isAsBefore =
      patients.length === this.#identities.length &&
      patients.every(({ identity }, index) => identity === this.#identities[index]);
    if (isAsBefore) return;
    this.#identities = patients.map(({ identity }) => identity);
    this.#warnings = findNameWarnings(patients);
    for (const listener of [...this.#listeners]) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly find = (patient: string): NameWarning | undefined => this.#warnings.get(patient);
}

/** The warning that belongs to a patient. */
export function useNameWarning(warnings: NameWarnings, patient: string): NameWarning | undefined {
  return useSyncExternalStore(warnings.subscribe, () => warnings.find(patient));
}
