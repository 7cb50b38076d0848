import { createContext, use } from "react";
import type { Team, TeamCommand } from "../../api/types";
import type { CommandAnswer } from "../../api/wire";
import type { TextId } from "../../generated/textIds";
import type { TeamLive } from "../../live/teamLive";

/** What all parts of a team's settings share. */
export interface SettingsContext {
  readonly id: string;
  readonly team: Team;
  readonly live: TeamLive;
  /** The user who is signed in. */
  readonly me: string;
  readonly isOwner: boolean;
  /** May change lists and schema: any member but a guest. */
  readonly mayEdit: boolean;
  /** Performs a command at once, reads the team again, and tells what came of it; undefined where it was refused. */
  readonly act: (command: TeamCommand, done?: TextId) => Promise<CommandAnswer | undefined>;
  /** Reads the team again. */
  readonly reload: () => Promise<void>;
}

export const SettingsReact = createContext<SettingsContext | null>(null);

export function useSettings(): SettingsContext {
  const context = use(SettingsReact);
  if (!context) throw new Error("useSettings outside of a team's settings");
  return context;
}
