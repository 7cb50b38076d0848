import { lazy, Suspense, useEffect, useRef } from "react";
import { problemText } from "../api/problem";
import { useText, useTexts } from "../i18n/useText";
import { announce } from "../ui/announcer";
import { CONTENT_ID } from "../ui/focus";
import { Message } from "../ui/Message";
import { later } from "./later";
import { PageBoundary } from "./PageBoundary";
import { useRoute } from "./router";
import type { Route } from "./routes";
import { Shell } from "./Shell";
import { loadSession, session } from "./session";
import { useStore } from "./store";

const SignInPage = lazy(() => import("../pages/sign-in/SignIn.page"));
const TeamsPage = lazy(() => import("../pages/teams/Teams.page"));
const TeamPage = lazy(() => import("../pages/team/Team.page"));
const ListsPage = lazy(() => import("../pages/team/Lists.page"));
const ListPage = lazy(() => import("../list/List.page"));
const PatientPage = later(() => import("../pages/patient/Patient.page"));
const ImportPage = lazy(() => import("../pages/import/Import.page"));
const SettingsPage = lazy(() => import("../pages/settings/Settings.page"));
const AdministrationPage = lazy(() => import("../pages/administration/Administration.page"));
const EmergencyAccessPage = lazy(() => import("../pages/emergency-access/EmergencyAccess.page"));
const AccountPage = lazy(() => import("../pages/account/Account.page"));
const WelcomePage = lazy(() => import("../pages/welcome/Welcome.page"));

function RoutedPage({ route }: { readonly route: Route | undefined }) {
  const text = useText();
  switch (route?.name) {
    case "teams":
      return <TeamsPage />;
    case "team":
      return <TeamPage team={route.parameters.team} />;
    case "lists":
      return <ListsPage team={route.parameters.team} />;
    case "list":
      // The key: another list is another page, with nothing left of the former.
      return <ListPage key={route.parameters.list} team={route.parameters.team} list={route.parameters.list} />;
    case "patient":
      return <PatientPage {...route.parameters} part="team" />;
    case "unlisted":
      return <PatientPage {...route.parameters} list={undefined} part="team" />;
    case "chart":
      return <PatientPage {...route.parameters} part="chart" />;
    case "unlistedChart":
      return <PatientPage {...route.parameters} list={undefined} part="chart" />;
    case "import":
      return <ImportPage {...route.parameters} />;
    case "settings":
      return <SettingsPage {...route.parameters} />;
    case "administration":
      return <AdministrationPage {...route.parameters} />;
    case "emergencyAccess":
      return <EmergencyAccessPage />;
    case "account":
      return <AccountPage />;
    case "welcome":
      return <WelcomePage />;
    case undefined:
      return <Message title={text("page-not-found")} detail={text("page-not-found-what-next")} />;
  }
}

/** What counts as one page: from patient to patient of a list, and to a patient's chart, the focus stays on the way to the next one. */
function placeOf(route: Route | undefined): string {
  if (!route) return "";
  switch (route.name) {
    case "patient":
    case "chart":
      return `patient ${route.parameters.team} ${route.parameters.list}`;
    case "unlisted":
    case "unlistedChart":
      return `unlisted ${route.parameters.team} ${route.parameters.patient}`;
    default:
      return `${route.name} ${Object.values(route.parameters).join(" ")}`;
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
  useFocusOnPageChange(placeOf(route));

  // A one-time link is for somebody who cannot sign in yet, whoever was signed in here before.
  if (route?.name === "welcome") return <WelcomePage />;
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
  const place = placeOf(useRoute());
  return (
    <Shell>
      <PageBoundary place={place}>
        <Suspense fallback={<Message title={text("loading")} />}>
          <SessionPage />
        </Suspense>
      </PageBoundary>
    </Shell>
  );
}
