import { Button, Subtitle1 } from "@fluentui/react-components";
import { useCallback } from "react";
import type { Team } from "../../api/types";
import { useText } from "../../i18n/useText";
import type { TeamLive } from "../../live/teamLive";
import { useTeamCommand } from "../../live/useTeamCommand";
import { Message } from "../../ui/Message";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./FirstRun.module.css";

interface FirstRunProps {
  readonly team: Team;
  readonly live: TeamLive;
}

/** A team that begins: makes its schema and a default list. */
export function FirstRun({ team, live }: FirstRunProps) {
  const text = useText();
  const reload = useCallback(() => live.loadTeam(), [live]);
  const { perform, problem, isBusy } = useTeamCommand(live, reload);
  if (team.role === "guest") return <Message title={text("first-run-title")} detail={text("first-run-ask-member")} />;
  return (
    <div className={styles.page}>
      <Subtitle1 as="h1">{text("first-run-title")}</Subtitle1>
      <p className={styles.what}>{text("first-run-what")}</p>
      <ProblemBar problem={problem} />
      <Button
        appearance="primary"
        disabledFocusable={isBusy}
        onClick={() => void perform({ type: "install_app", mode: "manual" })}
      >
        {text("first-run-manual")}
      </Button>
    </div>
  );
}
