import { Menu, MenuDivider, MenuItem, MenuItemRadio, MenuList, MenuPopover } from "@fluentui/react-components";
import type { ListHeader } from "../../api/types";
import { useText } from "../../i18n/useText";
import type { ListDialog } from "./ListsSection";
import { useSettings } from "./SettingsContext";

interface ListMenuProps {
  readonly target: HTMLElement;
  readonly close: () => void;
  readonly list: ListHeader;
  readonly open: (dialog: ListDialog) => void;
}

/** What can be done with a list. */
export default function ListMenu({ target, close, list, open }: ListMenuProps) {
  const text = useText();
  const { isOwner, act } = useSettings();
  const setOrder = (order: string | undefined) => {
    if (order === "place" || order === "manual") void act({ type: "set_list_order", list: list.id, order });
  };
  return (
    <Menu
      open
      onOpenChange={(_, data) => !data.open && close()}
      positioning={{ target, position: "below", align: "end" }}
      checkedValues={{ order: [list.order] }}
      onCheckedValueChange={(_, { checkedItems }) => setOrder(checkedItems[0])}
    >
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => open({ kind: "rename", list })}>{text("rename")}</MenuItem>
          <MenuItem onClick={() => open({ kind: "columns", list })}>{text("choose-columns")}</MenuItem>
          <MenuItem disabled={list.default} onClick={() => open({ kind: "limit", list })}>
            {text("limit-to-members")}
          </MenuItem>
          {isOwner && (
            <MenuItem
              disabled={list.default || list.members !== null}
              onClick={() => void act({ type: "set_default_list", list: list.id }, "default-list-set")}
            >
              {text("make-default")}
            </MenuItem>
          )}
          <MenuDivider />
          <MenuItemRadio name="order" value="place">
            {text("order-by-place")}
          </MenuItemRadio>
          <MenuItemRadio name="order" value="manual">
            {text("order-by-hand")}
          </MenuItemRadio>
          <MenuDivider />
          <MenuItem disabled={list.default} onClick={() => open({ kind: "delete", list })}>
            {text("delete-list")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
