import { Button, Field, Input, Subtitle2 } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { request } from "../../api/client";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { notify } from "../../ui/notices";
import { isRepeated, NO_PASSWORD, PasswordFields } from "../../ui/PasswordFields";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./Account.module.css";

interface PasswordChange {
  readonly current: string;
  readonly new: string;
}

/** The server takes no id here: the same change twice is refused by the current password. */
const send = async (_id: string, body: PasswordChange) => {
  await request<void>("/api/me/password", { method: "PUT", body });
  return true;
};

/** Changing the password. */
export function PasswordSection({ user }: { readonly user: string | undefined }) {
  const text = useText();
  const [typed, setTyped] = useState("");
  const [draft, setDraft] = useState(NO_PASSWORD);
  const [isTried, setTried] = useState(false);
  const { perform, problem, isBusy } = useCommand(send);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (typed === "" || !isRepeated(draft)) return;
    if (!(await perform({ current: typed, new: draft.password }))) return;
    setTyped("");
    setDraft(NO_PASSWORD);
    setTried(false);
    notify("success", text("password-changed"));
  };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      <Subtitle2 as="h2">{text("change-password")}</Subtitle2>
      <p className={styles.what}>{text("change-password-what")}</p>
      <ProblemBar problem={problem} />
      {/* For password managers, which otherwise do not know whose password it is. */}
      {user !== undefined && <input type="text" autoComplete="username" value={user} readOnly hidden />}
      <Field
        label={text("current-password")}
        required
        {...(isTried && typed === "" ? { validationMessage: text("current-password-needed") } : {})}
      >
        <Input
          type="password"
          autoComplete="current-password"
          maxLength={1000}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      <PasswordFields draft={draft} setDraft={setDraft} isTried={isTried} />
      <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
        {text("change-password")}
      </Button>
    </form>
  );
}
