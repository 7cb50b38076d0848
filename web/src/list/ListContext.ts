import { createContext, use } from "react";
import type { Field, Role, Value } from "../api/types";
import type { FieldContext } from "../fields/fieldUi";
import type { ListStore } from "../live/listStore";
import type { TeamLive } from "../live/teamLive";
import type { NameWarnings } from "./nameWarnings";

/** What all parts of a list's page share. */
export interface ListPageContext {
  readonly team: string;
  readonly list: string;
  /** The user who is signed in. */
  readonly me: string;
  /** The team's, in which its days and times are. */
  readonly timeZone: string;
  readonly live: TeamLive;
  readonly store: ListStore;
  readonly fields: readonly Field[];
  readonly role: Role;
  readonly fieldContext: FieldContext;
  readonly warnings: NameWarnings;
}

export const ListContext = createContext<ListPageContext | null>(null);

export function useListContext(): ListPageContext {
  const context = use(ListContext);
  if (!context) throw new Error("useListContext outside of a list's page");
  return context;
}

/** Whether the reader may change a field's values; the server decides, this spares asking in vain. */
export function canEditField({ role }: Pick<ListPageContext, "role">, field: Field): boolean {
  return role === "owner" || (role === "member" && !field.locked);
}

const isSame = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b);

/** Changes a value, unless it is what it was. */
export function changeValue({ live }: Pick<ListPageContext, "live">, edit: ValueEdit): void {
  if (!isSame(edit.from, edit.to)) live.setValue(edit.patient, edit.field.id, edit.to, edit.basedOn);
}

export interface ValueEdit {
  readonly patient: string;
  readonly field: Field;
  readonly from: Value;
  readonly to: Value;
  /** The list's sequence when the edit began. */
  readonly basedOn: number;
}
