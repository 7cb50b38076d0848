import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import { download } from "../api/download";
import { asProblem, problemText } from "../api/problem";
import { navigate } from "../app/router";
import { sessionEnded } from "../app/session";
import { useTexts } from "../i18n/useText";
import { notify } from "../ui/notices";
import type { ListDialog } from "./cellActions";
import { useListContext } from "./ListContext";

interface ListMenuProps {
  readonly target: HTMLElement;
  readonly close: () => void;
  readonly open: (dialog: ListDialog) => void;
}

/** What can be done with the list as a whole. */
export default function ListMenu({ target, close, open }: ListMenuProps) {
  const texts = useTexts();
  const { text } = texts;
  const { team, list } = useListContext();
  const save = async (format: "csv" | "xlsx") => {
    try {
      await download(`/api/teams/${team}/lists/${list}/export?format=${format}`);
      notify("success", text("export-done"));
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status === 401) sessionEnded();
      notify("error", problemText(problem, texts));
    }
  };
  return (
    <Menu
      open
      onOpenChange={(_, data) => !data.open && close()}
      positioning={{ target, position: "below", align: "end" }}
    >
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => open({ kind: "columns" })}>{text("choose-columns")}</MenuItem>
          <MenuDivider />
          <MenuItem onClick={() => navigate("import", { team, list })}>{text("import-a-sheet")}</MenuItem>
          <MenuItem onClick={() => void save("xlsx")}>{text("export-xlsx")}</MenuItem>
          <MenuItem onClick={() => void save("csv")}>{text("export-csv")}</MenuItem>
          <MenuDivider />
          <MenuItem onClick={() => navigate("settings", { team, section: "lists" })}>{text("team-settings")}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
