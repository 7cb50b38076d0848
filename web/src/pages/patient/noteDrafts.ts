import type { TeamLive } from "../../live/teamLive";

const drafts = new WeakMap<TeamLive, Map<string, string>>();

/** Notes that were begun and not saved, by patient: going to the next patient and back loses nothing. In memory only. */
export function noteDrafts(live: TeamLive): Map<string, string> {
  const known = drafts.get(live) ?? new Map<string, string>();
  drafts.set(live, known);
  return known;
}
