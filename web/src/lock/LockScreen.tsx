import { Button, Field, Input, Subtitle1 } from "@fluentui/react-components";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { request } from "../api/client";
import { askPasskey, canUsePasskeys, type PasskeyChallenge } from "../api/passkey";
import { asProblem, type Problem } from "../api/problem";
import type { SessionState } from "../api/types";
import { isLocked } from "../app/lockState";
import { session, signOut } from "../app/session";
import { useStore } from "../app/store";
import { useText } from "../i18n/useText";
import { forgetKept, unsentCount } from "../live/registry";
import { notify } from "../ui/notices";
import { ProblemBar } from "../ui/ProblemBar";
import styles from "./LockScreen.module.css";
import { uncover } from "./screenLock";

/** To the sign-in page, which shows nothing of the page either; what waits to be sent stays for whom it is of. */
function leaveToSignIn(): void {
  session.set({ state: "signed-out" });
  isLocked.set(false);
}

/** Nothing of what waited stays behind on a shared device: it was said to be lost. */
async function signOutForGood(): Promise<void> {
  const current = session.get();
  if (current.state === "signed-in") await forgetKept(current.me.id);
  await signOut();
}

/** Does something that may uncover the screen, and says why it did not. */
function useAttempts() {
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const attempt = useCallback(async (perform: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await perform();
    } catch (thrown) {
      const refusal = asProblem(thrown);
      if (refusal.code === "not_signed_in") leaveToSignIn();
      setProblem(refusal);
    }
    setBusy(false);
  }, []);
  return { problem, isBusy, attempt };
}

/** In the place of the page while the session is locked: a PIN, a passkey, or signing in again. */
export default function LockScreen() {
  const text = useText();
  const [state, setState] = useState<SessionState>();
  const [isLeaving, setLeaving] = useState(false);
  const { problem, isBusy, attempt } = useAttempts();
  const unsent = useStore(unsentCount);
  const form = useRef<HTMLFormElement>(null);
  const screen = useRef<HTMLElement>(null);

  const look = useCallback(() => attempt(async () => setState(await request<SessionState>("/api/session"))), [attempt]);
  useEffect(() => void look(), [look]);
  const hasPin = state?.pin === true;
  useEffect(() => {
    const pin = hasPin && form.current?.querySelector("input");
    (pin || screen.current)?.focus();
  }, [hasPin]);

  const unlock = (body: unknown) => async () => {
    await request<void>("/api/session/unlock", { method: "POST", body });
    await uncover();
    notify("success", text("unlocked"));
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const pin = String(new FormData(element).get("pin") ?? "");
    if (pin === "" || isBusy) return;
    await attempt(unlock({ pin }));
    element.reset();
    element.querySelector("input")?.focus();
  };
  const unlockByPasskey = () =>
    attempt(async () => {
      const { challenge, options } = await request<PasskeyChallenge>("/api/session/unlock/challenge", {
        method: "POST",
      });
      const credential = await askPasskey(options);
      if (credential) await unlock({ challenge, credential })();
    });
  const leave = () => {
    if (unsent > 0 && !isLeaving) setLeaving(true);
    else void attempt(signOutForGood);
  };
  return (
    <main ref={screen} tabIndex={-1} className={styles.screen}>
      <Subtitle1 as="h1">{text("screen-locked")}</Subtitle1>
      <p className={styles.what}>{state ? text("screen-locked-who", { name: state.name }) : text("loading")}</p>
      <p className={styles.what}>{text("screen-locked-what")}</p>
      {/* The page's own announcer is covered with it. */}
      <div role="alert">
        <ProblemBar problem={problem} />
      </div>
      {!state && problem && <Button onClick={() => void look()}>{text("retry")}</Button>}
      {hasPin && (
        <form ref={form} noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
          <Field label={text("pin")} required>
            <Input name="pin" type="password" inputMode="numeric" autoComplete="off" maxLength={32} />
          </Field>
          <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
            {text("unlock")}
          </Button>
        </form>
      )}
      {state?.passkey && canUsePasskeys() && (
        <Button onClick={() => void unlockByPasskey()} disabledFocusable={isBusy}>
          {text("unlock-with-passkey")}
        </Button>
      )}
      <Button onClick={leaveToSignIn}>{text("unlock-by-signing-in")}</Button>
      <Button onClick={leave}>{text(isLeaving ? "sign-out-anyway" : "sign-out")}</Button>
      {isLeaving && <p className={styles.what}>{text("leaving-loses", { count: unsent })}</p>}
    </main>
  );
}
