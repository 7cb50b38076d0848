import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { type Send, useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./Account.module.css";

interface ConfirmFormProps {
  /** What it does, as a heading says it to a screen reader. */
  readonly label: string;
  /** There is a password to be asked for. */
  readonly hasPassword: boolean;
  /** The word on the button. */
  readonly action: string;
  /** Whether what is typed besides is complete. */
  readonly isComplete?: boolean;
  /** Does it; rejects with a `Problem`. */
  readonly send: Send<string, boolean>;
  readonly close: () => void;
  readonly children?: ReactNode;
}

/** Proves by the password that its person is there who changes how they sign in. */
export function ConfirmForm({
  label,
  hasPassword,
  action,
  isComplete = true,
  send,
  close,
  children,
}: ConfirmFormProps) {
  const text = useText();
  const id = useId();
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const { perform, problem, isBusy } = useCommand(send);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isComplete || (hasPassword && password === "")) return;
    if (await perform(password)) close();
    setPassword("");
  };
  return (
    <form noValidate aria-labelledby={id} className={styles.form} onSubmit={(event) => void submit(event)}>
      <h3 id={id} className={styles.what}>
        {label}
      </h3>
      <ProblemBar problem={problem} />
      {children}
      {hasPassword && (
        <Field
          label={text("confirm-with-password")}
          required
          {...(isTried && password === "" ? { validationMessage: text("fill-this-in") } : {})}
        >
          <Input
            type="password"
            autoComplete="current-password"
            maxLength={1000}
            value={password}
            onChange={(_, { value }) => setPassword(value)}
          />
        </Field>
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {action}
        </Button>
        <Button onClick={close}>{text("cancel")}</Button>
      </div>
    </form>
  );
}
