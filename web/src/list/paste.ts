import { FIELD_UIS } from "../fields";
import type { PastedCell } from "../grid/grid.types";
import { notify } from "../ui/notices";
import { canEditCell, changeValue, type ListPageContext } from "./ListContext";

/** Sets the values of pasted cells; what is no value of its field, locked, or beyond the list is counted and said. */
export function pasteInto(context: ListPageContext, cells: readonly PastedCell[], beyond: number): void {
  const { store, fields, fieldContext } = context;
  const { text } = fieldContext.texts;
  let set = 0;
  let left = beyond;
  for (const cell of cells) {
    const index = fields.findIndex(({ id }) => id === cell.column);
    const [field, row] = [fields[index], store.find(cell.row)];
    const result =
      field && row && canEditCell(context, row, field)
        ? FIELD_UIS[field.type].fromText(cell.text, field, fieldContext)
        : undefined;
    if (!field || !row || !result?.ok) {
      left += 1;
      continue;
    }
    changeValue(context, {
      patient: cell.row,
      field,
      from: row.values[index] ?? null,
      to: result.value,
      basedOn: store.sequence,
    });
    set += 1;
  }
  notify(left > 0 ? "error" : "success", text("pasted", { set, left }));
}
