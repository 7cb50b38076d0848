import { useMemo } from "react";
import { navigate } from "../app/router";
import { FIELD_UIS } from "../fields";
import type { CellAddress, ColumnAction, GridBinding } from "../grid/grid.types";
import type { ShownRow } from "../live/shown.model";
import { isMasked } from "../patient/masked.model";
import { announce } from "../ui/announcer";
import { notify } from "../ui/notices";
import { CellContent, cellClass } from "./CellContent";
import { CellEditor } from "./CellEditor";
import { type CellTarget, findByShortcut, type ListDialog } from "./cellActions";
import { canEditCell, changeValue, type ListPageContext } from "./ListContext";
import { PatientCell } from "./PatientCell";
import { pasteInto } from "./paste";
import { RowHandle } from "./RowHandle";
import { cellText, IDENTITY } from "./rowOrder.model";

interface BindingOptions {
  readonly columnActions: (column: string) => readonly ColumnAction[];
  readonly onDecide: (command: string) => void;
  readonly onEdit: () => () => void;
  readonly openDialog: (dialog: ListDialog) => void;
  readonly openMenu: (target: CellTarget, element: HTMLElement) => void;
  readonly copyRows: (rows: readonly string[], text: string) => void;
}

/** Whether a key would begin an edit, or clear the cell. */
const asksToEdit = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key === "F2" || key === "Delete" || key === "Backspace" || (key.length === 1 && !ctrlKey && !metaKey && !altKey);

/** How a list fills the grid. */
export function useListBinding(context: ListPageContext, options: BindingOptions): GridBinding<ShownRow> {
  const { columnActions, onDecide, onEdit, openDialog, openMenu, copyRows } = options;
  return useMemo(() => {
    const { store, fields, fieldContext } = context;
    const findField = (column: string) => fields.find(({ id }) => id === column);
    const valueAt = (row: ShownRow, column: string) => row.values[fields.findIndex(({ id }) => id === column)] ?? null;

    const binding: GridBinding<ShownRow> = {
      subscribe: store.subscribe,
      find: store.find,
      show(row, column) {
        if (column === IDENTITY) return <PatientCell row={row} isInGrid />;
        const index = fields.findIndex(({ id }) => id === column);
        const field = fields[index];
        if (!field) return undefined;
        return (
          <>
            {index === 0 && context.reorder && !isMasked(row.patient) && <RowHandle patient={row.patient.id} />}
            <CellContent row={row} field={field} index={index} />
          </>
        );
      },
      cellClass: (row, column) => cellClass(row, column === IDENTITY ? undefined : column),
      canEdit(row, column) {
        const field = findField(column);
        return field !== undefined && canEditCell(context, row, field) && row.marks.get(column)?.kind !== "refused";
      },
      editor(row, column, controls) {
        const field = findField(column);
        return field && <CellEditor row={row} field={field} controls={controls} onBegin={onEdit} />;
      },
      // What is protected does not leave by the clipboard.
      copy: (row, column) => (isMasked(row.patient) ? "" : cellText(row, column, fields, fieldContext)),
      copyRows: (rows, copied) => {
        const isWhole = (id: string) => {
          const row = store.find(id);
          return row !== undefined && !isMasked(row.patient);
        };
        copyRows(rows.filter(isWhole), copied);
      },
      paste: (cells, beyond) => pasteInto(context, cells, beyond),
      clear: (cells) => clearCells(cells),
      open({ row, column }) {
        const mark = store.find(row)?.marks.get(column);
        if (mark?.kind === "refused") onDecide(mark.id);
        else {
          const page = findField(column)?.type === "chart" ? "chart" : "patient";
          navigate(page, { team: context.team, list: context.list, patient: row });
        }
      },
      key(event, { row, column }) {
        const field = findField(column);
        const shown = store.find(row);
        if (!shown) return false;
        const action = findByShortcut(event);
        const target = { row: shown, field };
        if (action?.isAllowed(context, target)) {
          action.perform(context, target, openDialog);
          return true;
        }
        if (field?.type === "chart" && asksToEdit(event)) {
          announce(fieldContext.texts.text("from-the-record-how"), "urgent");
          return true;
        }
        const toggled = field && FIELD_UIS[field.type].toggled;
        if (event.key !== " " || !toggled || !binding.canEdit(shown, column)) return false;
        const from = valueAt(shown, column);
        changeValue(context, { patient: row, field, from, to: toggled(from), basedOn: store.sequence });
        return true;
      },
      menu({ row, column }, element) {
        const shown = store.find(row);
        if (shown) openMenu({ row: shown, field: findField(column) }, element);
      },
      columnActions,
    };
    function clearCells(cells: readonly CellAddress[]) {
      for (const { row, column } of cells) {
        const [shown, field] = [store.find(row), findField(column)];
        if (!shown || !field || !binding.canEdit(shown, column)) continue;
        changeValue(context, { patient: row, field, from: valueAt(shown, column), to: null, basedOn: store.sequence });
      }
      const { text } = fieldContext.texts;
      if (cells.length > 1) notify("info", text("cleared-cells", { count: cells.length }));
    }
    return binding;
  }, [context, columnActions, onDecide, onEdit, openDialog, openMenu, copyRows]);
}
