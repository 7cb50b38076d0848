import { Button, Subtitle1 } from "@fluentui/react-components";
import { useCallback } from "react";
import type { Team } from "../../api/types";
import { redirect } from "../../app/router";
import type { TextId } from "../../generated/textIds";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import type { TeamLive } from "../../live/teamLive";
import { useTeamCommand } from "../../live/useTeamCommand";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./FirstRun.module.css";

interface FirstRunProps {
  readonly id: string;
  readonly team: Team;
  readonly live: TeamLive;
}

interface WayProps {
  readonly mode: "manual" | "ehr";
  readonly what: TextId;
  readonly action: TextId;
}

/** The two ways to begin; either can be taken later, too. */
const WAYS: readonly WayProps[] = [
  { mode: "manual", what: "first-run-manual-what", action: "first-run-manual" },
  { mode: "ehr", what: "first-run-record-what", action: "first-run-record" },
];

function Start({ id, team, live }: FirstRunProps) {
  const text = useText();
  const reload = useCallback(() => live.loadTeam(), [live]);
  const { perform, problem, isBusy } = useTeamCommand(live, reload);
  const start = async (mode: WayProps["mode"]) => {
    // It may be that somebody else was faster: then the team is set up all the same.
    const isDone = await perform({ type: "install_app", mode });
    if (!isDone) await reload();
    // The next step of an owner; the others find on the list whom to ask.
    else if (mode === "ehr" && team.role === "owner") redirect("settings", { team: id, section: "record" });
  };
  return (
    <>
      <p className={styles.what}>{text("first-run-what")}</p>
      <ProblemBar problem={problem} />
      {WAYS.map(({ mode, what, action }, index) => (
        <div key={mode} className={styles.way}>
          <p className={styles.what}>{text(what)}</p>
          <Button
            appearance={index === 0 ? "primary" : "secondary"}
            disabledFocusable={isBusy}
            onClick={() => void start(mode)}
          >
            {text(action)}
          </Button>
        </div>
      ))}
    </>
  );
}

/** A team that begins: what the app is, and the ways to make its schema and a default list. */
export function FirstRun({ id, team, live }: FirstRunProps) {
  const text = useText();
  return (
    <div className={styles.page}>
      <Subtitle1 as="h1">
        <bdi>{literal(team.name)}</bdi>
      </Subtitle1>
      <p className={styles.what}>{text("first-run-app")}</p>
      {team.role === "guest" ? (
        <>
          <p className={styles.what}>{text("first-run-ask-member")}</p>
          <Button appearance="primary" onClick={() => void live.loadTeam()}>
            {text("retry")}
          </Button>
        </>
      ) : (
        <Start id={id} team={team} live={live} />
      )}
    </div>
  );
}
