import { useEffect, useState } from "react";
import { request } from "../../api/client";
import { asProblem, type Problem, problemText } from "../../api/problem";
import type { LinkView } from "../../api/wire";
import { useTexts } from "../../i18n/useText";
import { CONTENT_ID } from "../../ui/focus";
import { Message } from "../../ui/Message";
import { usePageTitle } from "../../ui/usePageTitle";
import { WelcomeForm } from "./WelcomeForm";

type Inspection =
  | { readonly state: "loading" }
  | { readonly state: "good"; readonly link: LinkView }
  | { readonly state: "failed"; readonly problem: Problem };

/** The page of a one-time link: a person sets their password, the first administrator a name too. */
export default function WelcomePage() {
  const texts = useTexts();
  const [token, setToken] = useState(() => location.hash.slice(1));
  const [attempt, setAttempt] = useState(0);
  const [inspection, setInspection] = useState<Inspection>({ state: "loading" });
  usePageTitle("welcome");

  // Out of the address at once: it stays in no history. Another link may be opened in the same tab.
  useEffect(() => {
    const take = () => {
      const found = location.hash.slice(1);
      if (found === "" || found === CONTENT_ID) return;
      history.replaceState(null, "", location.pathname);
      setToken(found);
      setInspection({ state: "loading" });
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what asks again
  useEffect(() => {
    let isWanted = true;
    request<LinkView>("/api/enrolment/inspection", { method: "POST", body: { token } })
      .then((link) => isWanted && setInspection({ state: "good", link }))
      .catch((thrown: unknown) => isWanted && setInspection({ state: "failed", problem: asProblem(thrown) }));
    return () => {
      isWanted = false;
    };
  }, [token, attempt]);

  if (inspection.state === "loading") return <Message title={texts.text("loading")} />;
  if (inspection.state === "good") return <WelcomeForm key={token} token={token} link={inspection.link} />;
  return (
    <Message
      title={texts.text("could-not-load")}
      detail={problemText(inspection.problem, texts)}
      action={{ label: texts.text("retry"), perform: () => setAttempt(attempt + 1) }}
    />
  );
}
