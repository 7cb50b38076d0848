import { Button, Subtitle2 } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { TeamEntryView } from "../../api/wire";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { Hidden } from "../../ui/Hidden";
import { NameDialog } from "../../ui/NameDialog";
import styles from "../settings/Settings.module.css";
import { sendToOrganization, useAdministration } from "./AdministrationContext";
import { SearchedList } from "./SearchedList";

const NewTeamDialog = lazy(() => import("./NewTeamDialog"));

const wordsOf = ({ name }: TeamEntryView) => [name];

/** Every team, without anything in it. */
export default function TeamsSection() {
  const text = useText();
  const { organization, reload } = useAdministration();
  const [isAdding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<TeamEntryView>();
  const { users, teams } = organization;
  const nameOf = (id: string) => users.find((user) => user.id === id)?.name ?? text("unknown-person");
  return (
    <section className={styles.section} aria-labelledby="teams-title">
      <div className={styles.head}>
        <Subtitle2 as="h2" id="teams-title">
          {text("teams")}
        </Subtitle2>
        <Button appearance="primary" onClick={() => setAdding(true)}>
          {text("add-team")}
        </Button>
      </div>
      {teams.length === 0 && <p className={styles.what}>{text("no-teams-yet")}</p>}
      <SearchedList items={teams} label={text("find-team")} wordsOf={wordsOf}>
        {(team) => (
          <>
            <span className={styles.name}>
              <bdi>{literal(team.name)}</bdi>
              <span className={styles.facts}>{text("first-owner", { who: nameOf(team.owner) })}</span>
            </span>
            <Button onClick={() => setRenaming(team)}>
              {text("rename")}
              <Hidden> {literal(team.name)}</Hidden>
            </Button>
          </>
        )}
      </SearchedList>
      {renaming && (
        <NameDialog
          title={text("rename-team")}
          name={renaming.name}
          send={(id, name) => sendToOrganization(id, { type: "rename_team", team: renaming.id, name })}
          done={() => {
            setRenaming(undefined);
            void reload();
          }}
          close={() => setRenaming(undefined)}
        />
      )}
      {isAdding && (
        <Suspense>
          <NewTeamDialog close={() => setAdding(false)} />
        </Suspense>
      )}
    </section>
  );
}
