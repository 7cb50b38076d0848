import { Button, Field, Input, Select } from "@fluentui/react-components";
import { type FormEvent, useId, useState } from "react";
import type { Role } from "../../api/types";
import { useRequest } from "../../api/useRequest";
import type { DirectoryEntry } from "../../api/wire";
import { ROLES } from "../../i18n/roles";
import { useText } from "../../i18n/useText";
import { LoadedView } from "../../ui/LoadedView";
import { findPerson, peopleToAdd } from "./directory.model";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";

function AddMemberForm({ users }: { readonly users: readonly DirectoryEntry[] }) {
  const text = useText();
  const listId = useId();
  const { team, act } = useSettings();
  const people = peopleToAdd(users, team.members);
  const [typed, setTyped] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [isUnknown, setUnknown] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const person = findPerson(people, typed);
    setUnknown(person === undefined);
    if (person && (await act({ type: "add_member", user: person.id, role }, "member-added"))) setTyped("");
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Field label={text("add-member-who")} {...(isUnknown ? { validationMessage: text("no-such-user") } : {})}>
        <Input
          value={typed}
          list={listId}
          autoComplete="off"
          onChange={(_, { value }) => {
            setTyped(value);
            setUnknown(false);
          }}
        />
      </Field>
      <datalist id={listId}>
        {people.map(({ id, words }) => (
          <option key={id} value={words} />
        ))}
      </datalist>
      <Field label={text("role")}>
        <Select value={role} onChange={(_, { value }) => setRole(value as Role)}>
          {(Object.keys(ROLES) as Role[]).map((each) => (
            <option key={each} value={each}>
              {text(ROLES[each])}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" appearance="primary">
        {text("add-member")}
      </Button>
    </form>
  );
}

/** Takes somebody of the organization into the team. */
export function AddMember() {
  const loaded = useRequest<{ readonly users: readonly DirectoryEntry[] }>("/api/users");
  return <LoadedView loaded={loaded}>{({ users }) => <AddMemberForm users={users} />}</LoadedView>;
}
