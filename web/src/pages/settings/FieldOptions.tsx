import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { type Field, optionsOf } from "../../api/types";
import { useText } from "../../i18n/useText";
import { useTeamCommand } from "../../live/useTeamCommand";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
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
  const { perform, problem, forget, isBusy } = useTeamCommand(live, reload);
  const save = async () => {
    if (await perform({ type: "set_field_options", field: field.id, options: optionsOfDrafts(drafts) })) close();
  };
  return (
    <ModalDialog
      title={text("options-of", { field: field.name })}
      onClose={() => drafts === start && close()}
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
      <p>{text("options-what")}</p>
      <OptionsEditor
        drafts={drafts}
        setDrafts={(next) => {
          setDrafts(next);
          forget();
        }}
      />
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
