import { useText } from "../../i18n/useText";
import ColumnsDialog from "../../list/ColumnsDialog";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { NameDialog } from "../../ui/NameDialog";
import { LimitDialog } from "./LimitDialog";
import type { ListDialog } from "./ListsSection";
import { useSettings } from "./SettingsContext";

interface ListDialogsProps {
  readonly dialog: ListDialog;
  readonly close: () => void;
}

/** The dialog that is open about a list. */
export default function ListDialogs({ dialog, close }: ListDialogsProps) {
  const text = useText();
  const { team, live, reload } = useSettings();
  const done = () => {
    close();
    void reload();
  };
  switch (dialog.kind) {
    case "new":
      return (
        <NameDialog
          title={text("add-list")}
          name=""
          send={(id, name) => live.command(id, { type: "create_list", name })}
          done={done}
          close={close}
        />
      );
    case "rename":
      return (
        <NameDialog
          title={text("rename-list")}
          name={dialog.list.name}
          send={(id, name) => live.command(id, { type: "rename_list", list: dialog.list.id, name })}
          done={done}
          close={close}
        />
      );
    case "columns":
      return <ColumnsDialog list={dialog.list} schema={team.schema} live={live} after={reload} close={close} />;
    case "limit":
      return <LimitDialog list={dialog.list} close={close} />;
    case "delete":
      return (
        <ConfirmDialog
          title={text("delete-list-title", { list: dialog.list.name })}
          what={text("delete-list-what", { count: dialog.list.patients })}
          action={text("delete")}
          send={(id) => live.command(id, { type: "delete_list", list: dialog.list.id })}
          done={done}
          close={close}
        />
      );
  }
}
