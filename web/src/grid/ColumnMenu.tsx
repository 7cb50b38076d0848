import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import { useText } from "../i18n/useText";
import { clampWidth, WIDTH_STEP } from "./columns.model";
import type { ColumnAction, GridColumn } from "./grid.types";

interface ColumnMenuProps {
  readonly column: GridColumn;
  readonly target: HTMLElement;
  readonly actions: readonly ColumnAction[];
  readonly resize: (column: string, width: number, isFinal: boolean) => void;
  readonly close: () => void;
}

/** The menu of a column: what the page offers, and its width. */
export default function ColumnMenu({ column, target, actions, resize, close }: ColumnMenuProps) {
  const text = useText();
  const step = (by: number) => resize(column.id, clampWidth(column.width + by), true);
  return (
    <Menu
      open
      onOpenChange={(_, { open }) => !open && close()}
      positioning={{ target, position: "below", align: "start" }}
    >
      <MenuPopover>
        <MenuList>
          {actions.map(({ id, label, isDisabled, perform }) => (
            <MenuItem key={id} disabled={isDisabled ?? false} onClick={perform}>
              {label}
            </MenuItem>
          ))}
          {actions.length > 0 && <MenuDivider />}
          <MenuItem persistOnClick onClick={() => step(WIDTH_STEP)}>
            {text("column-wider")}
          </MenuItem>
          <MenuItem persistOnClick onClick={() => step(-WIDTH_STEP)}>
            {text("column-narrower")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
