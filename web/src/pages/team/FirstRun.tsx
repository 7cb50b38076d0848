import { Button, Subtitle1 } from "@fluentui/react-components";
import { useCallback } from "react";
import type { Team } from "../../api/types";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import type { TeamLive } from "../../live/teamLive";
import { useTeamCommand } from "../../live/useTeamCommand";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./FirstRun.module.css";

interface FirstRunProps {
  readonly team: Team;
  readonly live: TeamLive;
}

function Start({ live }: Pick<FirstRunProps, "live">) {
  const text = useText();
  const reload = useCallback(() => live.loadTeam(), [live]);
  const { perform, problem, isBusy } = useTeamCommand(live, reload);
  const start = async () => {
    // It may be that somebody else was faster: then the team is set up all the same.
    if (!(await perform({ type: "install_app", mode: "manual" }))) await reload();
  };
  return (
    <>
      <p className={styles.what}>{text("first-run-what")}</p>
      <ProblemBar problem={problem} />
      <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void start()}>
        {text("first-run-manual")}
      </Button>
    </>
  );
}

/** A team that begins: what the app is, and the button that makes its schema and a default list. */
export function FirstRun({ team, live }: FirstRunProps) {
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
        <Start live={live} />
      )}
    </div>
  );
}
