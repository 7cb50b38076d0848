import { Menu, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import type { Field } from "../../api/types";
import type { ValueView } from "../../api/wire";
import { useText } from "../../i18n/useText";
import { CELL_ACTIONS, type ListDialog } from "../../list/cellActions";
import { useCellContext } from "../../list/ListContext";
import type { ShownRow } from "../../live/shown.model";
import { usePatientContext } from "./PatientContext";

interface ValueMenuProps {
  readonly target: HTMLElement;
  readonly row: ShownRow;
  readonly field: Field;
  readonly view: ValueView | undefined;
  readonly close: () => void;
}

/** What can be done with one value: as in the list, and its history. */
export default function ValueMenu({ target, row, field, view, close }: ValueMenuProps) {
  const text = useText();
  const context = useCellContext();
  const { open } = usePatientContext();
  const cell = { row, field };
  const actions = CELL_ACTIONS.filter(
    ({ id, isAllowed }) => isAllowed(context, cell) && id !== "open" && (id !== "undo" || view?.undoable === true),
  );
  const openDialog = (dialog: ListDialog) => dialog.kind === "highlight" && open({ kind: "highlight", field });
  return (
    <Menu
      open
      onOpenChange={(_, data) => !data.open && close()}
      positioning={{ target, position: "below", align: "end" }}
    >
      <MenuPopover>
        <MenuList>
          {actions.map((action) => (
            <MenuItem key={action.id} onClick={() => action.perform(context, cell, openDialog)}>
              {text(action.label)}
            </MenuItem>
          ))}
          <MenuItem onClick={() => open({ kind: "value-history", field })}>{text("value-history")}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
