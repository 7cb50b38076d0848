import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { ChartSource, FieldType } from "../../api/types";
import type { NewField } from "../../api/wire";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { useTeamCommand } from "../../live/useTeamCommand";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import { CHART_SOURCES, FIELD_TYPES, hasOptions } from "./fieldTypes";
import { OptionsEditor } from "./OptionsEditor";
import { type OptionDraft, optionsOfDrafts, withOption } from "./options.model";
import { useSettings } from "./SettingsContext";

const NO_LIST = "";

/** Adds a field to the schema, and if one wants as the last column of a list. */
export default function NewFieldDialog({ close }: { readonly close: () => void }) {
  const text = useText();
  const { team, live, reload } = useSettings();
  const [name, setName] = useState("");
  const [type, setType] = useState<FieldType>("short_text");
  const [source, setSource] = useState<ChartSource>("vital_signs");
  const [unit, setUnit] = useState("");
  const [drafts, setDrafts] = useState<readonly OptionDraft[]>(() => withOption(withOption([])));
  const [list, setList] = useState(team.lists.find((each) => each.default)?.id ?? NO_LIST);
  const { perform, problem, forget, isBusy } = useTeamCommand(live, reload);
  const isEmpty = name.trim() === "";
  const save = async () => {
    if (isEmpty) return;
    const field: NewField = {
      name: name.trim(),
      type,
      ...(type === "number" && unit.trim() !== "" ? { unit: unit.trim() } : {}),
      ...(type === "chart" ? { source } : {}),
      ...(hasOptions(type) ? { options: optionsOfDrafts(drafts) } : {}),
    };
    if (await perform({ type: "add_field", field, ...(list === NO_LIST ? {} : { list }) })) close();
  };
  return (
    <ModalDialog
      title={text("add-field")}
      onClose={close}
      isTouched={!isEmpty}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy || isEmpty}>
            {text("add-field-do")}
          </Button>
        </>
      }
    >
      <Field label={text("name")} required>
        <Input
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(_, { value }) => {
            setName(value);
            forget();
          }}
        />
      </Field>
      <Field label={text("field-type")}>
        <Select value={type} onChange={(_, { value }) => setType(value as FieldType)}>
          {(Object.keys(FIELD_TYPES) as FieldType[])
            .filter((each) => each !== "chart" || team.ehr)
            .map((each) => (
              <option key={each} value={each}>
                {text(FIELD_TYPES[each])}
              </option>
            ))}
        </Select>
      </Field>
      {type === "chart" && (
        <Field label={text("field-source")}>
          <Select value={source} onChange={(_, { value }) => setSource(value as ChartSource)}>
            {(Object.keys(CHART_SOURCES) as ChartSource[]).map((each) => (
              <option key={each} value={each}>
                {text(CHART_SOURCES[each])}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {type === "number" && (
        <Field label={text("unit")} hint={text("unit-hint")}>
          <Input value={unit} maxLength={200} autoComplete="off" onChange={(_, { value }) => setUnit(value)} />
        </Field>
      )}
      {hasOptions(type) && <OptionsEditor drafts={drafts} setDrafts={setDrafts} />}
      <Field label={text("field-in-list")}>
        <Select value={list} onChange={(_, { value }) => setList(value)}>
          <option value={NO_LIST}>{text("field-in-no-list")}</option>
          {team.lists.map(({ id, name: words }) => (
            <option key={id} value={id}>
              {literal(words)}
            </option>
          ))}
        </Select>
      </Field>
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
