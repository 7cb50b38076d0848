import { Menu, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import { useText } from "../i18n/useText";
import { CELL_ACTIONS, type CellTarget, type ListDialog } from "./cellActions";
import { useListContext } from "./ListContext";

interface CellMenuProps {
  readonly target: CellTarget;
  readonly element: HTMLElement;
  readonly open: (dialog: ListDialog) => void;
  readonly close: () => void;
}

/** What can be done to a cell, as its menu. */
export default function CellMenu({ target, element, open, close }: CellMenuProps) {
  const text = useText();
  const context = useListContext();
  const actions = CELL_ACTIONS.filter((action) => action.isAllowed(context, target));
  return (
    <Menu
      open
      onOpenChange={(_, data) => !data.open && close()}
      positioning={{ target: element, position: "below", align: "start" }}
    >
      <MenuPopover>
        <MenuList>
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              secondaryContent={action.shortcut?.words ?? null}
              onClick={() => action.perform(context, target, open)}
            >
              {text(action.label)}
            </MenuItem>
          ))}
          {actions.length === 0 && <MenuItem disabled>{text("nothing-to-do-here")}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
