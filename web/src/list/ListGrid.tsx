import { Suspense, useCallback, useMemo, useState } from "react";
import { request } from "../api/client";
import { Problem, problemText } from "../api/problem";
import type { ListHeader } from "../api/types";
import { later } from "../app/later";
import { Grid } from "../grid/Grid";
import { notify } from "../ui/notices";
import type { CellTarget, ListDialog } from "./cellActions";
import { listColumns } from "./columns.model";
import { useListContext } from "./ListContext";
import { lookOf } from "./listView";
import { dropArea } from "./RowHandle";
import handleStyles from "./RowHandle.module.css";
import type { View } from "./rowOrder.model";
import { useColumnActions } from "./useColumnActions";
import { useColumnWidths } from "./useColumnWidths";
import { useListBinding } from "./useListBinding";

const CellMenu = later(() => import("./CellMenu"));

interface ListGridProps {
  readonly header: ListHeader;
  readonly rows: readonly string[];
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly openFilter: (column: string) => void;
  readonly onDecide: (command: string) => void;
  readonly onEdit: () => () => void;
  readonly openDialog: (dialog: ListDialog) => void;
}

/** The list as a grid. */
export function ListGrid({ header, rows, view, setView, openFilter, onDecide, onEdit, openDialog }: ListGridProps) {
  const context = useListContext();
  const { team, list, fields, fieldContext } = context;
  const { text } = fieldContext.texts;
  const { widths, setWidth } = useColumnWidths(team, list);
  const columns = useMemo(() => {
    const words = { identity: text("patient"), fromRecord: text("from-the-record") };
    return listColumns(fields, widths, view, words);
  }, [fields, widths, view, text]);
  const columnActions = useColumnActions({ context, header, view, setView, openFilter, openDialog });
  const [menu, setMenu] = useState<{ readonly target: CellTarget; readonly element: HTMLElement }>();
  const openMenu = useCallback((target: CellTarget, element: HTMLElement) => setMenu({ target, element }), []);
  // Patients' data leaves the page with it: the server puts that on record before it happens.
  const copyRows = useCallback(
    (patients: readonly string[], copied: string) => {
      request<void>(`/api/teams/${team}/lists/${list}/copies`, { method: "POST", body: { patients } })
        .then(() => navigator.clipboard.writeText(copied))
        .then(() => notify("success", text("rows-copied", { count: patients.length })))
        .catch((thrown: unknown) => {
          const reason = thrown instanceof Problem ? problemText(thrown, fieldContext.texts) : "";
          notify("error", `${text("rows-not-copied")} ${reason}`);
        });
    },
    [team, list, text, fieldContext],
  );
  const binding = useListBinding(context, { columnActions, onDecide, onEdit, openDialog, openMenu, copyRows });
  const [startRow] = useState(lookOf(context.store).patient);
  const closeMenu = () => {
    menu?.element.focus();
    setMenu(undefined);
  };
  return (
    <div className={handleStyles.area} {...(context.reorder ? dropArea(context.reorder.drop) : {})}>
      <Grid
        label={header.name}
        rows={rows}
        startRow={startRow}
        columns={columns}
        binding={binding}
        onWidth={setWidth}
      />
      {menu && (
        <Suspense>
          <CellMenu {...menu} open={openDialog} close={closeMenu} />
        </Suspense>
      )}
    </div>
  );
}
