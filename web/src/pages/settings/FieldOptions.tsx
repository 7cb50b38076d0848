import { useState } from "react";
import { type Field, optionsOf } from "../../api/types";
import { useText } from "../../i18n/useText";
import { useTeamCommand } from "../../live/useTeamCommand";
import { SaveDialog } from "../../ui/SaveDialog";
import { OptionsEditor } from "./OptionsEditor";
import { optionDrafts, optionsOfDrafts } from "./options.model";
import { useSettings } from "./SettingsContext";

interface FieldOptionsProps {
  readonly field: Field;
  readonly close: () => void;
}

/** Changes the options of a choice. */
export function FieldOptions({ field, close }: FieldOptionsProps) {
  const text = useText();
  const { live, reload } = useSettings();
  const [start] = useState(() => optionDrafts(optionsOf(field)));
  const [drafts, setDrafts] = useState(start);
  const run = useTeamCommand(live, reload);
  const save = async () => {
    if (await run.perform({ type: "set_field_options", field: field.id, options: optionsOfDrafts(drafts) })) close();
  };
  return (
    <SaveDialog
      title={text("options-of", { field: field.name })}
      isTouched={drafts !== start}
      save={save}
      run={run}
      close={close}
    >
      <p>{text("options-what")}</p>
      <OptionsEditor
        drafts={drafts}
        setDrafts={(next) => {
          setDrafts(next);
          run.forget();
        }}
      />
    </SaveDialog>
  );
}
