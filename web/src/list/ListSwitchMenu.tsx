import { Menu, MenuDivider, MenuItem, MenuItemRadio, MenuList, MenuPopover } from "@fluentui/react-components";
import { useEffect } from "react";
import type { Team } from "../api/types";
import { navigate } from "../app/router";
import { literal } from "../i18n/literal";
import { useText } from "../i18n/useText";
import { useListContext } from "./ListContext";

interface ListSwitchMenuProps {
  readonly target: HTMLElement;
  readonly close: () => void;
  readonly team: Team;
}

/** The team's lists, and where all of them and the settings are. */
export default function ListSwitchMenu({ target, close, team }: ListSwitchMenuProps) {
  const text = useText();
  const { team: id, list: here, live } = useListContext();
  // Lists that others made since are found too.
  useEffect(() => void live.loadTeam(), [live]);
  const open = (list: string | undefined) => {
    if (list !== undefined) navigate("list", { team: id, list });
  };
  return (
    <Menu
      open
      onOpenChange={(_, data) => !data.open && close()}
      positioning={{ target, position: "below", align: "start" }}
      checkedValues={{ list: [here] }}
      onCheckedValueChange={(_, { checkedItems }) => open(checkedItems[0])}
    >
      <MenuPopover>
        <MenuList>
          {team.lists.map((list) => (
            <MenuItemRadio key={list.id} name="list" value={list.id}>
              <bdi>{literal(list.name)}</bdi>
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItem onClick={() => navigate("lists", { team: id })}>{text("all-lists")}</MenuItem>
          <MenuItem onClick={() => navigate("settings", { team: id, section: "members" })}>
            {text("team-settings")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
