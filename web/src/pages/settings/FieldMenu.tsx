import { Menu, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import type { Field } from "../../api/types";
import { useText } from "../../i18n/useText";
import type { FieldDialog } from "./FieldsSection";
import { hasOptions } from "./fieldTypes";
import { useSettings } from "./SettingsContext";

interface FieldMenuProps {
  readonly target: HTMLElement;
  readonly close: () => void;
  readonly field: Field;
  readonly move: (by: -1 | 1) => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly open: (dialog: FieldDialog) => void;
}

/** What can be done with a field. */
export default function FieldMenu({ target, close, field, move, isFirst, isLast, open }: FieldMenuProps) {
  const text = useText();
  const { team, isOwner, act } = useSettings();
  const isPlace = team.schema.place === field.id;
  const archive = () => act({ type: "archive_field", field: field.id }, "field-archived");
  const lock = () => act({ type: "lock_field", field: field.id, locked: !field.locked });
  return (
    <Menu
      open
      onOpenChange={(_, data) => !data.open && close()}
      positioning={{ target, position: "below", align: "end" }}
    >
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => open({ kind: "rename", field })}>{text("rename")}</MenuItem>
          {hasOptions(field.type) && (
            <MenuItem onClick={() => open({ kind: "options", field })}>{text("change-options")}</MenuItem>
          )}
          <MenuItem disabled={isFirst} onClick={() => move(-1)}>
            {text("move-up")}
          </MenuItem>
          <MenuItem disabled={isLast} onClick={() => move(1)}>
            {text("move-down")}
          </MenuItem>
          {isOwner && (
            <MenuItem onClick={() => void lock()}>{text(field.locked ? "unlock-field" : "lock-field")}</MenuItem>
          )}
          {!isPlace && <MenuItem onClick={() => void archive()}>{text("archive")}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
