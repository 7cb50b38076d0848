import { lazy, Suspense, useEffect, useRef } from "react";
import { problemText } from "../api/problem";
import { useText, useTexts } from "../i18n/useText";
import { announce } from "../ui/announcer";
import { CONTENT_ID } from "../ui/focus";
import { Message } from "../ui/Message";
import { PageBoundary } from "./PageBoundary";
import { useRoute } from "./router";
import type { Route } from "./routes";
import { Shell } from "./Shell";
import { loadSession, session } from "./session";
import { useStore } from "./store";

const SignInPage = lazy(() => import("../pages/sign-in/SignIn.page"));
const TeamsPage = lazy(() => import("../pages/teams/Teams.page"));
const TeamPage = lazy(() => import("../pages/team/Team.page"));
const ListPage = lazy(() => import("../list/List.page"));

function RoutedPage({ route }: { readonly route: Route | undefined }) {
  const text = useText();
  switch (route?.name) {
    case "teams":
      return <TeamsPage />;
    case "team":
      return <TeamPage team={route.parameters.team} />;
    case "list":
      // The key: another list is another page, with nothing left of the former.
      return <ListPage key={route.parameters.list} team={route.parameters.team} list={route.parameters.list} />;
    case undefined:
      return <Message title={text("page-not-found")} detail={text("page-not-found-what-next")} />;
  }
}

/** After a change of page the focus goes to its content, so that keyboard and screen reader start there. */
function useFocusOnPageChange(path: string) {
  const former = useRef(path);
  useEffect(() => {
    if (former.current === path) return;
    former.current = path;
    document.getElementById(CONTENT_ID)?.focus();
    announce(document.title);
  }, [path]);
}

function SessionPage() {
  const texts = useTexts();
  const { text } = texts;
  const current = useStore(session);
  const route = useRoute();
  useFocusOnPageChange(route ? `${route.name} ${Object.values(route.parameters).join(" ")}` : "");

  switch (current.state) {
    case "unknown":
      return <Message title={text("loading")} />;
    case "failed":
      return (
        <Message
          title={text("server-unreachable")}
          detail={problemText(current.problem, texts)}
          action={{ label: text("retry"), perform: () => void loadSession() }}
        />
      );
    case "signed-out":
      return <SignInPage />;
    case "signed-in":
      return <RoutedPage route={route} />;
  }
}

/** The page at the current address, or signing in where nobody is signed in: the address stays. */
export function Page() {
  const text = useText();
  return (
    <Shell>
      <PageBoundary>
        <Suspense fallback={<Message title={text("loading")} />}>
          <SessionPage />
        </Suspense>
      </PageBoundary>
    </Shell>
  );
}
