import { Button, Field, Input, MessageBar, MessageBarBody, Subtitle1 } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { asProblem, type Problem, problemText } from "../../api/problem";
import { LanguageSwitch } from "../../app/LanguageSwitch";
import { signIn } from "../../app/session";
import { useTexts } from "../../i18n/useText";
import { usePageTitle } from "../../ui/usePageTitle";
import { ProviderSignIn } from "./ProviderSignIn";
import styles from "./SignIn.module.css";

/** Signing in with a name and password. */
export default function SignInPage() {
  const texts = useTexts();
  const { text } = texts;
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  usePageTitle("sign-in");

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const element = event.currentTarget;
    const form = new FormData(element);
    setBusy(true);
    setProblem(undefined);
    try {
      await signIn(String(form.get("user") ?? "").trim(), String(form.get("password") ?? ""));
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setBusy(false);
      element.querySelector<HTMLInputElement>("input[type=password]")?.select();
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Subtitle1 as="h1">{text("sign-in")}</Subtitle1>
      <ProviderSignIn />
      {problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problemText(problem, texts)}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={text("user-name")} required>
        <Input name="user" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={200} />
      </Field>
      <Field label={text("password")} required>
        <Input name="password" type="password" autoComplete="current-password" maxLength={1000} />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
        {text("sign-in")}
      </Button>
      <LanguageSwitch />
    </form>
  );
}
