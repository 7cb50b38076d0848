import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useId, useState } from "react";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import { useAdministration, useOrganizationCommand } from "./AdministrationContext";

/** The zones that the browser knows; where one is missing it can be typed. */
const TIME_ZONES: readonly string[] = Intl.supportedValuesOf("timeZone");
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Makes a team with its first owner. */
export default function NewTeamDialog({ close }: { readonly close: () => void }) {
  const text = useText();
  const zonesId = useId();
  const { organization, me, reload } = useAdministration();
  const people = organization.users.filter(({ disabled }) => !disabled);
  const [name, setName] = useState("");
  const [owner, setOwner] = useState(me);
  const [zone, setZone] = useState(HERE);
  const { perform, problem, forget, isBusy } = useOrganizationCommand();
  const isComplete = name.trim() !== "" && zone.trim() !== "";
  const submit = async () => {
    if (!isComplete) return;
    if (!(await perform({ type: "create_team", name: name.trim(), owner, time_zone: zone.trim() }))) return;
    close();
    await reload();
  };
  return (
    <ModalDialog
      title={text("add-team")}
      onClose={() => name === "" && close()}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy || !isComplete}>
            {text("add-team-do")}
          </Button>
        </>
      }
    >
      <Field label={text("name")} required>
        <Input value={name} maxLength={200} autoComplete="off" onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field label={text("role-owner")} hint={text("owner-hint")}>
        <Select value={owner} onChange={(_, { value }) => setOwner(value)}>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {literal(person.name)} ({literal(person.user)})
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text("time-zone")} hint={text("time-zone-hint")} required>
        <Input
          value={zone}
          list={zonesId}
          autoComplete="off"
          onChange={(_, { value }) => {
            setZone(value);
            forget();
          }}
        />
      </Field>
      <datalist id={zonesId}>
        {TIME_ZONES.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
