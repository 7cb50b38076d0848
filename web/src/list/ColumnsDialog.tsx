import { Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import type { ListHeader, Team } from "../api/types";
import { literal } from "../i18n/literal";
import { useText } from "../i18n/useText";
import type { TeamLive } from "../live/teamLive";
import { useTeamCommand } from "../live/useTeamCommand";
import { SaveDialog } from "../ui/SaveDialog";
import { SortableList } from "../ui/SortableList";
import { movedTo } from "../ui/sortable.model";
import { type ColumnChoice, chosenColumns, columnChoices } from "./columnChoice.model";

interface ColumnsDialogProps {
  readonly list: ListHeader;
  readonly schema: Team["schema"];
  readonly live: TeamLive;
  /** Brings the page up to date, where it does not hear of the change by itself. */
  readonly after?: () => Promise<void>;
  readonly close: () => void;
}

const keyOf = ({ field }: ColumnChoice) => field.id;
const nameOf = ({ field }: ColumnChoice) => field.name;

/** Chooses and orders a list's columns. */
export default function ColumnsDialog({ list, schema: { fields, place }, live, after, close }: ColumnsDialogProps) {
  const text = useText();
  const [start] = useState(() => columnChoices(fields, list.columns, place));
  const [choices, setChoices] = useState(start);
  const run = useTeamCommand(live, after);
  const save = async () => {
    const columns = chosenColumns(choices, fields, list.columns);
    if (await run.perform({ type: "set_list_columns", list: list.id, columns })) close();
  };
  const toggle = (choice: ColumnChoice) =>
    setChoices(choices.map((each) => (each === choice ? { ...each, isShown: !each.isShown } : each)));
  return (
    <SaveDialog
      title={text("columns-of", { list: list.name })}
      isTouched={choices !== start}
      save={save}
      run={run}
      close={close}
    >
      <p>{text("columns-what")}</p>
      <SortableList
        label={text("columns")}
        items={choices}
        keyOf={keyOf}
        nameOf={nameOf}
        onMove={(from, to) => setChoices(movedTo(choices, from, to))}
      >
        {(choice) => (
          <Checkbox checked={choice.isShown} label={literal(choice.field.name)} onChange={() => toggle(choice)} />
        )}
      </SortableList>
    </SaveDialog>
  );
}
