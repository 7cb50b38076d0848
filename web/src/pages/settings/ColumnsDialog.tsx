import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import type { ListHeader } from "../../api/types";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { useTeamCommand } from "../../live/useTeamCommand";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import { SortableList } from "../../ui/SortableList";
import { movedTo } from "../../ui/sortable.model";
import { type ColumnChoice, chosenColumns, columnChoices } from "./columnChoice.model";
import { useSettings } from "./SettingsContext";

interface ColumnsDialogProps {
  readonly list: ListHeader;
  readonly close: () => void;
}

const keyOf = ({ field }: ColumnChoice) => field.id;
const nameOf = ({ field }: ColumnChoice) => field.name;

/** Chooses and orders a list's columns. */
export function ColumnsDialog({ list, close }: ColumnsDialogProps) {
  const text = useText();
  const { team, live, reload } = useSettings();
  const { fields, place } = team.schema;
  const [start] = useState(() => columnChoices(fields, list.columns, place));
  const [choices, setChoices] = useState(start);
  const { perform, problem, isBusy } = useTeamCommand(live, reload);
  const save = async () => {
    const columns = chosenColumns(choices, fields, list.columns);
    if (await perform({ type: "set_list_columns", list: list.id, columns })) close();
  };
  const toggle = (choice: ColumnChoice) =>
    setChoices(choices.map((each) => (each === choice ? { ...each, isShown: !each.isShown } : each)));
  return (
    <ModalDialog
      title={text("columns-of", { list: list.name })}
      onClose={() => choices === start && close()}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
            {text("save")}
          </Button>
        </>
      }
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
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
