import { useCallback } from "react";
import type { TeamCommand } from "../api/types";
import { type CommandRun, useCommand } from "../api/useCommand";
import type { CommandAnswer } from "../api/wire";
import type { TeamLive } from "./teamLive";

/** Performs commands to a team that somebody waits for; `after` brings the page up to date before it goes on. */
export function useTeamCommand(live: TeamLive, after?: () => Promise<void>): CommandRun<TeamCommand, CommandAnswer> {
  const send = useCallback(
    async (id: string, command: TeamCommand) => {
      const answer = await live.command<CommandAnswer>(id, command);
      await after?.();
      return answer;
    },
    [live, after],
  );
  return useCommand(send);
}
