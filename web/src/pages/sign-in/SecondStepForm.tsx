import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { request } from "../../api/client";
import { askPasskey, canUsePasskeys } from "../../api/passkey";
import { finishSignIn } from "../../app/session";
import { useText } from "../../i18n/useText";
import styles from "./SignIn.module.css";
import type { SecondStep } from "./secondStep.model";

interface SecondStepFormProps {
  readonly step: SecondStep;
  readonly isBusy: boolean;
  readonly attempt: (perform: () => Promise<unknown>) => Promise<boolean>;
  /** Back to the password. */
  readonly giveUp: () => void;
}

/** The second step: a code of the authenticator app, a recovery code, or a passkey. */
export function SecondStepForm({ step: { challenge, passkey }, isBusy, attempt, giveUp }: SecondStepFormProps) {
  const text = useText();
  const [isRecovery, setRecovery] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other kind of code is another field, where the focus goes on
  useEffect(() => form.current?.querySelector("input")?.focus(), [isRecovery]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "").trim();
    if (code === "") return;
    const element = event.currentTarget;
    const did = await attempt(() =>
      finishSignIn(isRecovery ? { challenge, recovery_code: code } : { challenge, code }),
    );
    if (!did) element.querySelector("input")?.select();
  };
  const proveByPasskey = () =>
    attempt(async () => {
      const { options } = await request<{ readonly options: unknown }>("/api/session/second-factor/passkey", {
        method: "POST",
        body: { challenge },
      });
      const credential = await askPasskey(options);
      if (credential !== undefined) await finishSignIn({ challenge, credential });
    });
  return (
    <form ref={form} noValidate className={styles.step} onSubmit={(event) => void submit(event)}>
      <p className={styles.what}>{text(isRecovery ? "recovery-code-what" : "code-what")}</p>
      {isRecovery ? (
        <Field key="recovery" label={text("recovery-code")} required>
          <Input name="code" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={40} />
        </Field>
      ) : (
        <Field key="code" label={text("code")} required>
          <Input name="code" autoComplete="one-time-code" inputMode="numeric" maxLength={10} />
        </Field>
      )}
      <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
        {text("sign-in")}
      </Button>
      {passkey && canUsePasskeys() && (
        <Button disabledFocusable={isBusy} onClick={() => void proveByPasskey()}>
          {text("use-passkey")}
        </Button>
      )}
      <Button appearance="transparent" onClick={() => setRecovery(!isRecovery)}>
        {text(isRecovery ? "use-code" : "use-recovery-code")}
      </Button>
      <Button appearance="transparent" onClick={giveUp}>
        {text("back-to-password")}
      </Button>
    </form>
  );
}
