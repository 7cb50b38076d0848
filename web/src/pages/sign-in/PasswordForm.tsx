import { Button, Field, Input } from "@fluentui/react-components";
import type { FormEvent } from "react";
import { useText } from "../../i18n/useText";
import styles from "./SignIn.module.css";

interface PasswordFormProps {
  readonly isBusy: boolean;
  /** Resolves with whether it did. */
  readonly send: (user: string, password: string) => Promise<boolean>;
}

/** Name and password. */
export function PasswordForm({ isBusy, send }: PasswordFormProps) {
  const text = useText();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const did = await send(String(form.get("user") ?? "").trim(), String(form.get("password") ?? ""));
    if (!did) element.querySelector<HTMLInputElement>("input[type=password]")?.select();
  };
  return (
    <form className={styles.step} onSubmit={(event) => void submit(event)}>
      <Field label={text("user-name")} required>
        <Input name="user" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={200} />
      </Field>
      <Field label={text("password")} required>
        <Input name="password" type="password" autoComplete="current-password" maxLength={1000} />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
        {text("sign-in")}
      </Button>
    </form>
  );
}
