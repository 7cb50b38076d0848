import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import { TimeZoneField, ZONE_HERE } from "../../ui/TimeZoneField";
import { useAdministration, useOrganizationCommand } from "./AdministrationContext";

/** Makes a team with its first owner. */
export default function NewTeamDialog({ close }: { readonly close: () => void }) {
  const text = useText();
  const { organization, reload } = useAdministration();
  const people = organization.users.filter(({ disabled }) => !disabled);
  const [name, setName] = useState("");
  const [owner, setOwner] = useState("");
  const [zone, setZone] = useState(ZONE_HERE);
  const { perform, problem, forget, isBusy } = useOrganizationCommand();
  const isComplete = name.trim() !== "" && owner !== "" && zone.trim() !== "";
  const submit = async () => {
    if (!isComplete) return;
    if (!(await perform({ type: "create_team", name: name.trim(), owner, time_zone: zone.trim() }))) return;
    close();
    await reload();
  };
  return (
    <ModalDialog
      title={text("add-team")}
      onClose={close}
      isTouched={name !== "" || owner !== "" || zone !== ZONE_HERE}
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
      <Field label={text("role-owner")} hint={text("owner-hint")} required>
        <Select value={owner} onChange={(_, { value }) => setOwner(value)}>
          <option value="">{text("choose-person")}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {literal(person.name)} ({literal(person.user)})
            </option>
          ))}
        </Select>
      </Field>
      <TimeZoneField
        zone={zone}
        setZone={(value) => {
          setZone(value);
          forget();
        }}
      />
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
