import { Subtitle1 } from "@fluentui/react-components";
import { type ComponentType, lazy, Suspense, useMemo } from "react";
import { useReloadable } from "../../api/useReloadable";
import type { OrganizationView } from "../../api/wire";
import { useMe } from "../../app/useMe";
import type { TextId } from "../../generated/textIds";
import { useText } from "../../i18n/useText";
import { LoadedView } from "../../ui/LoadedView";
import { Message } from "../../ui/Message";
import { SectionLinks } from "../../ui/SectionLinks";
import { usePageTitle } from "../../ui/usePageTitle";
import styles from "../settings/Settings.module.css";
import { AdministrationReact } from "./AdministrationContext";

interface Section {
  readonly name: TextId;
  readonly Content: ComponentType;
}

const SECTIONS: Readonly<Record<string, Section>> = {
  users: { name: "users", Content: lazy(() => import("./UsersSection")) },
  teams: { name: "teams", Content: lazy(() => import("./TeamsSection")) },
  provisioning: { name: "provisioning", Content: lazy(() => import("./ProvisioningSection")) },
};

interface LoadedProps {
  readonly organization: OrganizationView;
  readonly reload: () => Promise<void>;
  readonly Content: ComponentType;
}

function LoadedAdministration({ organization, reload, Content }: LoadedProps) {
  const text = useText();
  const me = useMe();
  const context = useMemo(() => ({ organization, me, reload }), [organization, me, reload]);
  return (
    <AdministrationReact value={context}>
      <Suspense fallback={<Message title={text("loading")} />}>
        <Content />
      </Suspense>
    </AdministrationReact>
  );
}

/** The administrator's pages: accounts and teams. */
export default function AdministrationPage({ section }: { readonly section: string }) {
  const text = useText();
  const { loaded, reload } = useReloadable<OrganizationView>("/api/organization");
  usePageTitle("administration");
  const shown = SECTIONS[section];
  if (!shown) return <Message title={text("page-not-found")} detail={text("page-not-found-what-next")} />;
  const links = Object.entries(SECTIONS).map(([name, { name: words }]) => ({
    to: "administration" as const,
    parameters: { section: name },
    words: text(words),
    isHere: name === section,
  }));
  return (
    <LoadedView loaded={loaded}>
      {(organization) => (
        <div className={styles.page}>
          <Subtitle1 as="h1" className={styles.title}>
            {text("administration")}
          </Subtitle1>
          <SectionLinks label={text("administration")} links={links} />
          <LoadedAdministration organization={organization} reload={reload} Content={shown.Content} />
        </div>
      )}
    </LoadedView>
  );
}
