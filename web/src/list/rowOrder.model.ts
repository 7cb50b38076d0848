import type { Field, Value } from "../api/types";
import { FIELD_UIS } from "../fields";
import type { FieldContext } from "../fields/fieldUi";
import { LOCALES } from "../i18n/language";
import type { ShownRow } from "../live/shown.model";
import { identityLine, identityWords } from "../patient/identity.model";
import { placeComparer } from "../patient/placeOrder.model";

/** The column of the identity; all others are fields. */
export const IDENTITY = "identity";

export interface Sort {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

/** What one looks for in a column: its text contains this. */
export interface Filter {
  readonly column: string;
  readonly contains: string;
}

export interface View {
  readonly sort: Sort | undefined;
  readonly filters: readonly Filter[];
}

export const WHOLE_VIEW: View = { sort: undefined, filters: [] };

const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();

const valueAt = (row: ShownRow, index: number): Value => row.values[index] ?? null;

/** A cell as text; empty where nothing is recorded. */
export function cellText(row: ShownRow, column: string, fields: readonly Field[], context: FieldContext): string {
  if (column === IDENTITY) {
    const { identity, initials } = row.patient;
    return initials ?? identityLine(identityWords(identity, context.today, context.texts));
  }
  const index = fields.findIndex(({ id }) => id === column);
  const field = fields[index];
  const value = valueAt(row, index);
  return field === undefined || value === null ? "" : FIELD_UIS[field.type].textOf(value, field, context);
}

type Compare = (a: ShownRow, b: ShownRow) => number;

function byName(language: FieldContext["texts"]["language"]): Compare {
  const { compare } = new Intl.Collator(LOCALES[language], { sensitivity: "base", numeric: true });
  const name = ({ patient: { identity, initials } }: ShownRow) =>
    initials ?? `${identity.family ?? ""}\u0000${identity.given ?? ""}`;
  return (a, b) => compare(name(a), name(b));
}

/** By place, as one walks through the ward; who has none comes last, and in one place the names decide. */
function byPlace(fields: readonly Field[], { texts }: FieldContext): Compare {
  const index = fields.findIndex(({ type }) => type === "place");
  const compare = placeComparer(texts.language);
  const place = (row: ShownRow) => {
    const value = valueAt(row, index);
    return typeof value === "string" ? value : null;
  };
  const names = byName(texts.language);
  return (a, b) => compare(place(a), place(b)) || names(a, b);
}

/** By one column; what is not recorded comes last in either direction, since it is neither little nor much. */
function byColumn({ column, direction }: Sort, fields: readonly Field[], context: FieldContext): Compare | undefined {
  const sign = direction === "ascending" ? 1 : -1;
  if (column === IDENTITY) {
    const names = byName(context.texts.language);
    return (a, b) => sign * names(a, b);
  }
  const index = fields.findIndex(({ id }) => id === column);
  const field = fields[index];
  if (!field) return undefined;
  const ui = FIELD_UIS[field.type];
  const collator = new Intl.Collator(LOCALES[context.texts.language], { sensitivity: "base", numeric: true });
  const ordered = (row: ShownRow) => {
    const value = valueAt(row, index);
    return value !== null && (ui.hasOrder?.(value) ?? true) ? value : null;
  };
  return (a, b) => {
    const [x, y] = [ordered(a), ordered(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order = ui.compare
      ? ui.compare(x, y, field)
      : collator.compare(ui.textOf(x, field, context), ui.textOf(y, field, context));
    return sign * order;
  };
}

function passes(row: ShownRow, filters: readonly Filter[], fields: readonly Field[], context: FieldContext): boolean {
  return filters.every(({ column, contains }) =>
    folded(cellText(row, column, fields, context)).includes(folded(contains)),
  );
}

export interface Ordering {
  readonly fields: readonly Field[];
  readonly listOrder: "place" | "manual";
  readonly view: View;
  readonly context: FieldContext;
}

/** The patients to show, in the order to show them; `rows` come in the agreed order. Equal ones keep it. */
export function orderRows(rows: readonly ShownRow[], { fields, listOrder, view, context }: Ordering): string[] {
  const chosen = view.sort && byColumn(view.sort, fields, context);
  const usual = listOrder === "place" ? byPlace(fields, context) : undefined;
  const shown =
    view.filters.length === 0 ? [...rows] : rows.filter((row) => passes(row, view.filters, fields, context));
  if (chosen || usual) shown.sort((a, b) => chosen?.(a, b) || usual?.(a, b) || 0);
  return shown.map(({ patient }) => patient.id);
}
