import { Subtitle1 } from "@fluentui/react-components";
import { type ComponentType, lazy, Suspense, useCallback, useMemo } from "react";
import { makeCommandId } from "../../api/commandId";
import { asProblem, problemText } from "../../api/problem";
import type { Team, TeamCommand } from "../../api/types";
import type { CommandAnswer } from "../../api/wire";
import { Link } from "../../app/router";
import { useMe } from "../../app/useMe";
import type { TextId } from "../../generated/textIds";
import { literal } from "../../i18n/literal";
import { useTexts } from "../../i18n/useText";
import { LoadedTeam } from "../../live/LoadedTeam";
import type { TeamLive } from "../../live/teamLive";
import { useFreshTeam, useTeamLive } from "../../live/useLive";
import { Icon } from "../../ui/Icon";
import { Message } from "../../ui/Message";
import { notify } from "../../ui/notices";
import { SectionLinks } from "../../ui/SectionLinks";
import { usePageTitle } from "../../ui/usePageTitle";
import styles from "./Settings.module.css";
import { type SettingsContext, SettingsReact } from "./SettingsContext";

interface Section {
  readonly name: TextId;
  readonly isForOwners?: boolean;
  readonly Content: ComponentType;
}

const SECTIONS: Readonly<Record<string, Section>> = {
  members: { name: "members", Content: lazy(() => import("./MembersSection")) },
  fields: { name: "fields", Content: lazy(() => import("./FieldsSection")) },
  lists: { name: "lists", Content: lazy(() => import("./ListsSection")) },
  record: { name: "record-connection", Content: lazy(() => import("./RecordSection")) },
  "time-zone": { name: "time-zone", Content: lazy(() => import("./TimeZoneSection")) },
  imports: { name: "imports", Content: lazy(() => import("./ImportsSection")) },
  "emergency-access": {
    name: "emergency-access",
    isForOwners: true,
    Content: lazy(() => import("./EmergencyAccessSection")),
  },
};

function useSettingsContext(id: string, team: Team, live: TeamLive): SettingsContext {
  const texts = useTexts();
  const me = useMe();
  const reload = useCallback(() => live.loadTeam(), [live]);
  const act = useCallback(
    async (command: TeamCommand, done?: TextId) => {
      const answer = await live.command<CommandAnswer>(makeCommandId(), command).catch(asProblem);
      await reload();
      if (answer instanceof Error) {
        notify("error", problemText(answer, texts));
        return undefined;
      }
      if (done) notify("success", texts.text(done));
      return answer;
    },
    [live, reload, texts],
  );
  return useMemo(
    () => ({ id, team, live, me, isOwner: team.role === "owner", mayEdit: team.role !== "guest", act, reload }),
    [id, team, live, me, act, reload],
  );
}

interface LoadedSettingsProps {
  readonly id: string;
  readonly team: Team;
  readonly live: TeamLive;
  readonly section: string;
}

function LoadedSettings({ id, team, live, section }: LoadedSettingsProps) {
  const { text } = useTexts();
  const context = useSettingsContext(id, team, live);
  const isOffered = ({ isForOwners = false }: Section) => context.isOwner || !isForOwners;
  const shown = Object.hasOwn(SECTIONS, section) ? SECTIONS[section] : undefined;
  if (!shown || !isOffered(shown))
    return <Message title={text("page-not-found")} detail={text("page-not-found-what-next")} />;
  const { Content } = shown;
  // What waits for an owner is counted beside its name.
  const waiting = team.unreviewed ?? 0;
  const offered = Object.entries(SECTIONS).filter(([, each]) => isOffered(each));
  const links = offered.map(([name, { name: words, isForOwners }]) => ({
    to: "settings" as const,
    parameters: { team: id, section: name },
    words: isForOwners && waiting > 0 ? text("emergency-access-waiting", { count: waiting }) : text(words),
    isHere: name === section,
  }));
  return (
    <SettingsReact value={context}>
      <div className={styles.page}>
        <Link to="lists" parameters={{ team: id }} className={styles.back}>
          <Icon name="before" /> <bdi>{literal(team.name)}</bdi>
        </Link>
        <Subtitle1 as="h1" className={styles.title}>
          {text("team-settings")}
        </Subtitle1>
        <SectionLinks label={text("team-settings")} links={links} />
        <Suspense fallback={<Message title={text("loading")} />}>
          <Content />
        </Suspense>
      </div>
    </SettingsReact>
  );
}

interface SettingsPageProps {
  readonly team: string;
  readonly section: string;
}

/** A team's settings: members, schema, lists, the hospital's record, time zone and imports. */
export default function SettingsPage({ team: id, section }: SettingsPageProps) {
  const live = useTeamLive(id);
  usePageTitle("team-settings");
  useFreshTeam(live);
  return (
    <LoadedTeam live={live}>
      {(team) => <LoadedSettings id={id} team={team} live={live} section={section} />}
    </LoadedTeam>
  );
}
