import { Button, Field, Input, Subtitle1 } from "@fluentui/react-components";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { request } from "../../api/client";
import { asProblem } from "../../api/problem";
import { useCommand } from "../../api/useCommand";
import type { LinkView } from "../../api/wire";
import { LanguageSwitch } from "../../app/LanguageSwitch";
import { languageChoice } from "../../app/preferences";
import { redirect } from "../../app/router";
import { sessionEnded, signIn } from "../../app/session";
import { useStore } from "../../app/store";
import { useTexts } from "../../i18n/useText";
import { isRepeated, NO_PASSWORD, PasswordFields } from "../../ui/PasswordFields";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "../sign-in/SignIn.module.css";

interface WelcomeFormProps {
  readonly token: string;
  readonly link: LinkView;
}

interface Enrolment {
  readonly token: string;
  readonly password: string;
  readonly user?: string;
  readonly name?: string;
  readonly language?: string;
}

/**
 * Sets the password, and signs in with it where that works at once: else the sign-in page is what comes next. Where the answer was lost
 * the link may have been used up by this very password, which signing in tells.
 */
function useEnrolment() {
  const isAnswerLost = useRef(false);
  const send = useCallback(async (_id: string, { as, ...body }: Enrolment & { readonly as: string }) => {
    try {
      await request<void>("/api/enrolment", { method: "POST", body });
    } catch (thrown) {
      const problem = asProblem(thrown);
      const wasLost = isAnswerLost.current;
      isAnswerLost.current = problem.isTransient;
      if (!wasLost || problem.code !== "link_not_good") throw problem;
      await signIn(as, body.password).catch(() => Promise.reject(problem));
      return true;
    }
    await signIn(as, body.password).catch(sessionEnded);
    return true;
  }, []);
  return useCommand(send);
}

/** Addresses the person in their own language, unless another one was chosen on this device. */
function useLanguageOf(link: LinkView): void {
  const chosen = useStore(languageChoice);
  useEffect(() => {
    if (chosen === undefined && link.kind === "user") languageChoice.set(link.language);
  }, [chosen, link]);
}

/** The form behind a one-time link that is good. */
export function WelcomeForm({ token, link }: WelcomeFormProps) {
  const { text, language } = useTexts();
  const isFirst = link.kind === "first_administrator";
  const [user, setUser] = useState("");
  const [name, setName] = useState("");
  const [draft, setDraft] = useState(NO_PASSWORD);
  const [isTried, setTried] = useState(false);
  const { perform, problem, isBusy } = useEnrolment();
  useLanguageOf(link);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isRepeated(draft) || (isFirst && (user.trim() === "" || name.trim() === ""))) return;
    const who = isFirst ? { user: user.trim(), name: name.trim(), language } : {};
    const as = link.kind === "user" ? link.user : user.trim();
    if (await perform({ token, password: draft.password, ...who, as })) redirect("teams", {});
  };
  const needed = (value: string) => (isTried && value.trim() === "" ? { validationMessage: text("fill-this-in") } : {});
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      <Subtitle1 as="h1">{link.kind === "user" ? text("welcome-who", { name: link.name }) : text("welcome")}</Subtitle1>
      <p>{isFirst ? text("welcome-first") : text("welcome-what", { user: link.kind === "user" ? link.user : "" })}</p>
      <ProblemBar problem={problem} />
      {isFirst && (
        <>
          <Field label={text("name-of-person")} required {...needed(name)}>
            <Input value={name} autoComplete="name" maxLength={200} onChange={(_, { value }) => setName(value)} />
          </Field>
          <Field label={text("user-name")} hint={text("user-name-hint")} required {...needed(user)}>
            <Input
              value={user}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={200}
              onChange={(_, { value }) => setUser(value)}
            />
          </Field>
        </>
      )}
      {/* For password managers, which otherwise keep the password without a name. */}
      {link.kind === "user" && <input type="text" autoComplete="username" value={link.user} readOnly hidden />}
      <PasswordFields draft={draft} setDraft={setDraft} isTried={isTried} />
      <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
        {text("welcome-do")}
      </Button>
      <LanguageSwitch />
    </form>
  );
}
