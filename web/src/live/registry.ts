import { isLocked } from "../app/lockState";
import { session, sessionEnded } from "../app/session";
import { makeStore } from "../app/store";
import { countUnsent } from "./outbox.model";
import { TeamLive } from "./teamLive";

/**
 * The teams that this page has open, by who opened them. They outlive the page's components: what waits to be sent survives
 * going to another page, and signing in again after the session ended. Another person's edits are never sent in one's own name.
 */
const teams = new Map<string, TeamLive>();

/** How many changes of all teams have no answer yet. */
export const unsentCount = makeStore(0);

function count(): void {
  unsentCount.set([...teams.values()].reduce((sum, { outbox }) => sum + countUnsent(outbox.state.get()), 0));
}

/** The live team of the person who is signed in; made and started when it is first asked for. */
export function liveTeam(team: string): TeamLive {
  const current = session.get();
  const user = current.state === "signed-in" ? current.me.id : "";
  const key = `${user} ${team}`;
  const known = teams.get(key);
  if (known) return known;
  const live = new TeamLive({ team, me: user, onSignedOut: sessionEnded });
  teams.set(key, live);
  live.outbox.state.subscribe(count);
  live.start();
  return live;
}

session.subscribe(() => {
  const current = session.get();
  if (current.state !== "signed-in") return;
  for (const [key, live] of teams) {
    if (key.startsWith(`${current.me.id} `)) {
      live.connection.connect();
      live.outbox.resume();
    } else {
      live.stop();
      teams.delete(key);
    }
  }
  count();
});

/** Goes on with what waited: the network is back, or somebody has unlocked the screen. */
function resume(): void {
  for (const live of teams.values()) {
    live.connection.connect();
    live.outbox.resume();
  }
}

isLocked.subscribe(() => {
  if (!isLocked.get() && session.get().state === "signed-in") resume();
});

if (typeof window !== "undefined") {
  window.addEventListener("online", resume);
  window.addEventListener("offline", () => {
    for (const live of teams.values()) live.connection.drop();
  });
}
