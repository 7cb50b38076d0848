import { Button, Subtitle1 } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { request } from "../../api/client";
import { canUsePasskeys } from "../../api/passkey";
import { asProblem, type Problem } from "../../api/problem";
import type { SignInMethods } from "../../api/types";
import { LanguageSwitch } from "../../app/LanguageSwitch";
import { signIn, signInByPasskey } from "../../app/session";
import { useText } from "../../i18n/useText";
import { ProblemBar } from "../../ui/ProblemBar";
import { usePageTitle } from "../../ui/usePageTitle";
import { PasswordForm } from "./PasswordForm";
import { SecondStepForm } from "./SecondStepForm";
import styles from "./SignIn.module.css";
import { type SecondStep, secondStepOf } from "./secondStep.model";

/** The address that passkeys are for; undefined where there are none, or where it is not known (yet): a password does without. */
function usePasskeyOrigin(): string | undefined {
  const [origin, setOrigin] = useState<string>();
  useEffect(() => {
    request<SignInMethods>("/api/session/methods")
      .then(({ passkey_origin }) => setOrigin(passkey_origin ?? undefined))
      .catch(() => undefined);
  }, []);
  return origin;
}

/** Signing in: with a name and password, and what is asked for besides; or with a passkey alone. */
export default function SignInPage() {
  const text = useText();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const [second, setSecond] = useState<SecondStep>();
  const origin = usePasskeyOrigin();
  usePageTitle("sign-in");

  const attempt = async (perform: () => Promise<unknown>) => {
    if (isBusy) return false;
    setBusy(true);
    setProblem(undefined);
    try {
      await perform();
      return true;
    } catch (thrown) {
      const refusal = asProblem(thrown);
      const next = secondStepOf(refusal);
      if (next) setSecond(next);
      else setProblem(refusal);
      // It took too long or failed too often: the password is asked for again.
      if (refusal.code === "sign_in_not_begun") setSecond(undefined);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.form}>
      <Subtitle1 as="h1">{text(second ? "second-step" : "sign-in")}</Subtitle1>
      <ProblemBar problem={problem} />
      {second ? (
        <SecondStepForm step={second} isBusy={isBusy} attempt={attempt} giveUp={() => setSecond(undefined)} />
      ) : (
        <PasswordForm isBusy={isBusy} send={(user, password) => attempt(() => signIn(user, password))} />
      )}
      {!second && origin === location.origin && canUsePasskeys() && (
        <Button disabledFocusable={isBusy} onClick={() => void attempt(signInByPasskey)}>
          {text("sign-in-with-passkey")}
        </Button>
      )}
      <LanguageSwitch />
    </div>
  );
}
