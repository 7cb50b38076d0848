import { Button, Field, Input, Subtitle1, Subtitle2 } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { request } from "../../api/client";
import { useCommand } from "../../api/useCommand";
import { session } from "../../app/session";
import { useStore } from "../../app/store";
import { useSignOut } from "../../app/useSignOut";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { notify } from "../../ui/notices";
import { isRepeated, NO_PASSWORD, PasswordFields } from "../../ui/PasswordFields";
import { ProblemBar } from "../../ui/ProblemBar";
import { usePageTitle } from "../../ui/usePageTitle";
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

/** One's own account: changing the password. */
export default function AccountPage() {
  const text = useText();
  const current = useStore(session);
  const [typed, setTyped] = useState("");
  const [draft, setDraft] = useState(NO_PASSWORD);
  const [isTried, setTried] = useState(false);
  const { perform, problem, isBusy } = useCommand(send);
  usePageTitle("my-account");
  const me = current.state === "signed-in" ? current.me : undefined;
  const leave = useSignOut();
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
    <div className={styles.page}>
      <Subtitle1 as="h1">{text("my-account")}</Subtitle1>
      {me && (
        <p className={styles.what}>
          <bdi>{literal(me.name)}</bdi> · {text("signed-in-as", { user: me.user })}
        </p>
      )}
      <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
        <Subtitle2 as="h2">{text("change-password")}</Subtitle2>
        <p className={styles.what}>{text("change-password-what")}</p>
        <ProblemBar problem={problem} />
        {/* For password managers, which otherwise do not know whose password it is. */}
        {me && <input type="text" autoComplete="username" value={me.user} readOnly hidden />}
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
      <Button className={styles.fit ?? ""} onClick={leave}>
        {text("sign-out")}
      </Button>
    </div>
  );
}
