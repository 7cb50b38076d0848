import { Menu, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import type { UserView } from "../../api/wire";
import { useText } from "../../i18n/useText";
import type { UserDialog } from "./UsersSection";

interface UserMenuProps {
  readonly target: HTMLElement;
  readonly close: () => void;
  readonly user: UserView;
  readonly open: (dialog: UserDialog) => void;
}

/** What can be done with an account. */
export default function UserMenu({ target, close, user, open }: UserMenuProps) {
  const text = useText();
  return (
    <Menu
      open
      onOpenChange={(_, data) => !data.open && close()}
      positioning={{ target, position: "below", align: "end" }}
    >
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => open({ kind: "edit", user })}>{text("edit-user")}</MenuItem>
          {!user.disabled && <MenuItem onClick={() => open({ kind: "link", user })}>{text("new-link")}</MenuItem>}
          <MenuItem onClick={() => open({ kind: "sessions", user })}>{text("end-sessions")}</MenuItem>
          <MenuItem onClick={() => open({ kind: "factors", user })}>{text("remove-factors")}</MenuItem>
          <MenuItem onClick={() => open({ kind: user.disabled ? "enable" : "disable", user })}>
            {text(user.disabled ? "open-account" : "close-account")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
