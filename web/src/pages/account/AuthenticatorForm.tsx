import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { request } from "../../api/client";
import type { AuthenticatorSecret } from "../../api/types";
import { useCommand } from "../../api/useCommand";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./Account.module.css";

/** Modules of white around a QR code, without which cameras do not find it. */
const MARGIN = 4;

interface Codes {
  readonly recovery_codes: readonly string[];
}

interface AuthenticatorFormProps {
  readonly secret: AuthenticatorSecret;
  readonly confirmed: (codes: Codes) => void;
  readonly close: () => void;
}

const send = (_id: string, code: string) =>
  request<Codes>("/api/me/two-steps/confirmation", { method: "POST", body: { code } });

/** Tells an authenticator app the secret, and asks for a code that proves it. */
export function AuthenticatorForm({ secret, confirmed, close }: AuthenticatorFormProps) {
  const text = useText();
  const [code, setCode] = useState("");
  const { perform, problem, isBusy } = useCommand(send);
  const side = secret.qr.size + 2 * MARGIN;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === "") return;
    const codes = await perform(code.trim());
    if (codes) confirmed(codes);
  };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      <p className={styles.what}>{text("authenticator-what")}</p>
      <svg className={styles.qr} viewBox={`${-MARGIN} ${-MARGIN} ${side} ${side}`} role="img">
        <title>{text("authenticator-qr")}</title>
        <rect x={-MARGIN} y={-MARGIN} width={side} height={side} fill="#fff" />
        <path d={secret.qr.path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <p className={styles.what}>
        {text("authenticator-secret")} <code className={styles.code}>{literal(secret.secret)}</code>
      </p>
      <ProblemBar problem={problem} />
      <Field label={text("code")} required>
        <Input
          autoFocus
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
          value={code}
          onChange={(_, { value }) => setCode(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {text("two-steps-confirm")}
        </Button>
        <Button onClick={close}>{text("cancel")}</Button>
      </div>
    </form>
  );
}
