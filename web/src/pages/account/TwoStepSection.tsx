import { Button, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import { request } from "../../api/client";
import type { AuthenticatorSecret, MyFactors } from "../../api/types";
import { useText } from "../../i18n/useText";
import { notify } from "../../ui/notices";
import styles from "./Account.module.css";
import { AuthenticatorForm } from "./AuthenticatorForm";
import { ConfirmForm } from "./ConfirmForm";
import { RecoveryCodes } from "./RecoveryCodes";

/** What the section is doing. */
type Doing =
  | { readonly step: "begin" | "renew" | "end" }
  | { readonly step: "authenticator"; readonly secret: AuthenticatorSecret }
  | { readonly step: "codes"; readonly codes: readonly string[] };

interface Codes {
  readonly recovery_codes: readonly string[];
}

interface TwoStepSectionProps {
  readonly factors: MyFactors;
  readonly reload: () => Promise<void>;
}

/** Being asked for a code besides the password. */
export function TwoStepSection({ factors, reload }: TwoStepSectionProps) {
  const text = useText();
  const [doing, setDoing] = useState<Doing>();
  const post = <Answer,>(path: string, password: string) =>
    request<Answer>(`/api/me/two-steps${path}`, { method: "POST", body: { password } });
  const close = () => setDoing((now) => (now?.step === "authenticator" || now?.step === "codes" ? now : undefined));
  const showCodes = ({ recovery_codes }: Codes) => {
    setDoing({ step: "codes", codes: recovery_codes });
    void reload();
    return true;
  };
  const begin = async (_id: string, password: string) => {
    setDoing({ step: "authenticator", secret: await post<AuthenticatorSecret>("", password) });
    return true;
  };
  const renew = async (_id: string, password: string) => showCodes(await post<Codes>("/recovery-codes", password));
  const end = async (_id: string, password: string) => {
    await post<void>("/end", password);
    notify("success", text("two-steps-ended"));
    void reload();
    return true;
  };
  const form = { hasPassword: factors.password, close };
  return (
    <section className={styles.section} aria-labelledby="two-steps-title">
      <Subtitle2 as="h2" id="two-steps-title">
        {text("two-steps")}
      </Subtitle2>
      <p className={styles.what}>
        {factors.two_steps ? text("two-steps-on", { count: factors.recovery_codes }) : text("two-steps-off")}
      </p>
      {!doing && !factors.two_steps && (
        <Button className={styles.fit ?? ""} onClick={() => setDoing({ step: "begin" })}>
          {text("two-steps-begin")}
        </Button>
      )}
      {!doing && factors.two_steps && (
        <div className={styles.buttons}>
          <Button onClick={() => setDoing({ step: "renew" })}>{text("recovery-codes-renew")}</Button>
          <Button onClick={() => setDoing({ step: "end" })}>{text("two-steps-end")}</Button>
        </div>
      )}
      {doing?.step === "begin" && (
        <ConfirmForm {...form} label={text("two-steps-begin")} action={text("go-on")} send={begin} />
      )}
      {doing?.step === "renew" && (
        <ConfirmForm
          {...form}
          label={text("recovery-codes-renew")}
          action={text("recovery-codes-renew")}
          send={renew}
        />
      )}
      {doing?.step === "end" && (
        <ConfirmForm {...form} label={text("two-steps-end")} action={text("two-steps-end")} send={end} />
      )}
      {doing?.step === "authenticator" && (
        <AuthenticatorForm secret={doing.secret} confirmed={showCodes} close={() => setDoing(undefined)} />
      )}
      {doing?.step === "codes" && <RecoveryCodes codes={doing.codes} close={() => setDoing(undefined)} />}
    </section>
  );
}
