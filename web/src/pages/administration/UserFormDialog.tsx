import { Button, Checkbox, Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Language, OrganizationCommand, UserView } from "../../api/wire";
import { loadSession } from "../../app/session";
import { LANGUAGE_NAMES, LANGUAGES } from "../../i18n/language";
import { useTexts } from "../../i18n/useText";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import { useAdministration, useOrganizationCommand } from "./AdministrationContext";

interface UserFormDialogProps {
  /** Whose account it is; undefined for a new one. */
  readonly user: UserView | undefined;
  /** It was done; with the one-time link, where one was made. */
  readonly made: (link: string | null | undefined, name: string) => void;
  readonly close: () => void;
}

/** Makes or changes an account. */
export function UserFormDialog({ user, made, close }: UserFormDialogProps) {
  const { text, language: mine } = useTexts();
  const [name, setName] = useState(user?.name ?? "");
  const [signInName, setSignInName] = useState("");
  const [language, setLanguage] = useState<Language>(user?.language ?? mine);
  const [isAdministrator, setAdministrator] = useState(user?.administrator ?? false);
  const [byLink, setByLink] = useState(true);
  const [password, setPassword] = useState("");
  const { me } = useAdministration();
  const { perform, problem, isBusy } = useOrganizationCommand();
  const isComplete =
    name.trim() !== "" && (user !== undefined || (signInName.trim() !== "" && (byLink || password !== "")));
  const isTouched = name !== (user?.name ?? "") || signInName !== "" || password !== "";
  const submit = async () => {
    if (!isComplete) return;
    const part = { name: name.trim(), language, administrator: isAdministrator };
    const command: OrganizationCommand = user
      ? { type: "update_user", user: user.id, ...part }
      : { type: "create_user", user: signInName.trim(), ...part, ...(byLink ? {} : { password }) };
    const answer = await perform(command);
    if (!answer) return;
    // The page's own frame shows one's name in one's language.
    if (user?.id === me) await loadSession();
    made(answer.link, part.name);
  };
  return (
    <ModalDialog
      title={text(user ? "edit-user" : "add-user")}
      onClose={close}
      isTouched={isTouched}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy || !isComplete}>
            {text(user ? "save" : "add-user-do")}
          </Button>
        </>
      }
    >
      <Field label={text("name-of-person")} required>
        <Input value={name} maxLength={200} autoComplete="off" onChange={(_, { value }) => setName(value)} />
      </Field>
      {!user && (
        <Field label={text("user-name")} hint={text("user-name-hint")} required>
          <Input
            value={signInName}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(_, { value }) => setSignInName(value)}
          />
        </Field>
      )}
      <Field label={text("language")}>
        <Select value={language} onChange={(_, { value }) => setLanguage(value as Language)}>
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={each}>
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        checked={isAdministrator}
        label={text("is-administrator")}
        onChange={(_, { checked }) => setAdministrator(checked === true)}
      />
      {!user && (
        <Field label={text("how-to-sign-in-first")}>
          <RadioGroup value={byLink ? "link" : "password"} onChange={(_, { value }) => setByLink(value === "link")}>
            <Radio value="link" label={text("by-one-time-link")} />
            <Radio value="password" label={text("by-first-password")} />
          </RadioGroup>
        </Field>
      )}
      {!user && !byLink && (
        <Field label={text("first-password")} hint={text("first-password-hint")} required>
          {/* Readable: it is to be told to them, and typed only once. */}
          <Input
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={1000}
            value={password}
            onChange={(_, { value }) => setPassword(value)}
          />
        </Field>
      )}
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
