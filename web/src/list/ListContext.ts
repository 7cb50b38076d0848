import { createContext, use } from "react";
import type { Field, Role, Row, Value } from "../api/types";
import type { FieldContext } from "../fields/fieldUi";
import type { ListStore } from "../live/listStore";
import type { ShownRow } from "../live/shown.model";
import type { TeamLive } from "../live/teamLive";
import { isMasked } from "../patient/masked.model";
import type { NameWarnings } from "./nameWarnings";
import type { Reorder } from "./useReorder";

/** Where rows are found and followed: a list, or the one row of a patient's page. */
export interface RowSource {
  /** The newest sequence that is in it: what an edit is based on. */
  readonly sequence: number;
  find(patient: string): ShownRow | undefined;
  findBase(patient: string): Row | undefined;
  subscribe(patient: string, listener: () => void): () => void;
}

/** What the parts share that show and edit values, on a list's page and on a patient's. */
export interface CellPageContext {
  readonly team: string;
  /** The list, which is told what is edited; undefined where the patient is on none. */
  readonly list: string | undefined;
  /** The user who is signed in. */
  readonly me: string;
  /** The team's, in which its days and times are. */
  readonly timeZone: string;
  readonly live: TeamLive;
  readonly store: RowSource;
  /** The fields of a row's values, in their order. */
  readonly fields: readonly Field[];
  readonly role: Role;
  readonly fieldContext: FieldContext;
  /** How the list's order can be changed, where it can. */
  readonly reorder?: Reorder | undefined;
}

/** What all parts of a list's page share. */
export interface ListPageContext extends CellPageContext {
  readonly list: string;
  readonly store: ListStore;
  readonly warnings: NameWarnings;
}

export const CellContext = createContext<CellPageContext | null>(null);

export function useCellContext(): CellPageContext {
  const context = use(CellContext);
  if (!context) throw new Error("useCellContext outside of a page with values");
  return context;
}

export const ListContext = createContext<ListPageContext | null>(null);

export function useListContext(): ListPageContext {
  const context = use(ListContext);
  if (!context) throw new Error("useListContext outside of a list's page");
  return context;
}

/** Whether the reader may change a field's values; the server decides, this spares asking in vain. */
export function canEditField({ role }: Pick<CellPageContext, "role">, field: Field): boolean {
  if (field.type === "chart") return false;
  return role === "owner" || (role === "member" && !field.locked);
}

/** Whether the reader may change this value: nobody writes on a patient who is protected from them. */
export const canEditCell = (context: Pick<CellPageContext, "role">, row: Pick<Row, "patient">, field: Field): boolean =>
  !isMasked(row.patient) && canEditField(context, field);

const isSame = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b);

/** Changes a value, unless it is what it was. */
export function changeValue({ live }: Pick<CellPageContext, "live">, edit: ValueEdit): void {
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
