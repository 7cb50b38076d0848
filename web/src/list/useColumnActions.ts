import { useCallback } from "react";
import type { Field, ListHeader } from "../api/types";
import type { ColumnAction } from "../grid/grid.types";
import type { ListDialog } from "./cellActions";
import { movedColumn } from "./columns.model";
import type { ListPageContext } from "./ListContext";
import type { View } from "./rowOrder.model";

interface ColumnActionsOptions {
  readonly context: ListPageContext;
  readonly header: ListHeader;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly openFilter: (column: string) => void;
  readonly openDialog: (dialog: ListDialog) => void;
}

/** What can be done with a column: order the rows by it, filter by it, and for members move it or choose what is shown. */
export function useColumnActions({ context, header, view, setView, openFilter, openDialog }: ColumnActionsOptions) {
  return useCallback(
    (column: string): ColumnAction[] => {
      const { live, list, role, fieldContext, fields } = context;
      const { text } = fieldContext.texts;
      const sortBy = (direction: "ascending" | "descending") => () => setView({ ...view, sort: { column, direction } });
      const actions: ColumnAction[] = [
        { id: "ascending", label: text("sort-ascending"), perform: sortBy("ascending") },
        { id: "descending", label: text("sort-descending"), perform: sortBy("descending") },
      ];
      if (view.sort?.column === column) {
        actions.push({
          id: "unsorted",
          label: text("sort-none"),
          perform: () => setView({ ...view, sort: undefined }),
        });
      }
      actions.push({ id: "filter", label: text("filter-by-column"), perform: () => openFilter(column) });
      const loose = header.columns.filter((id) => fields.some((field: Field) => field.id === id));
      if (role !== "guest" && loose.includes(column)) {
        for (const [id, label, by] of [
          ["left", text("column-left"), -1],
          ["right", text("column-right"), 1],
        ] as const) {
          const columns = movedColumn(header.columns, column, by);
          actions.push({
            id,
            label,
            isDisabled: columns === undefined,
            perform: () => columns && live.give({ type: "set_list_columns", list, columns }),
          });
        }
      }
      if (role !== "guest") {
        actions.push({ id: "columns", label: text("choose-columns"), perform: () => openDialog({ kind: "columns" }) });
      }
      return actions;
    },
    [context, header, view, setView, openFilter, openDialog],
  );
}
