import { isLocked } from "../app/lockState";
import { session, sessionEnded } from "../app/session";
import { makeStore } from "../app/store";
import { canKeep, wasAnythingKept } from "./device/deviceStore";
import { deviceStore, OutboxKeeper } from "./device/keeping";
import { countUnsent } from "./outbox.model";
import { TeamLive } from "./teamLive";

/**
 * The teams that this page has open, by who opened them. They outlive the page's components: what waits to be sent survives
 * going to another page, and signing in again after the session ended. Another person's edits are never sent in one's own name.
 */
const teams = new Map<string, TeamLive>();

/** What keeps a team's outbox on the device, where the policy of its person allows it. */
const keepers = new Map<string, OutboxKeeper>();

/** How many changes of all teams have no answer yet. */
export const unsentCount = makeStore(0);

/** How many of them would be lost if the page were left now. */
export const unkeptCount = makeStore(0);

function count(): void {
  const unsent = [...teams].map(([key, { outbox }]) => ({ key, count: countUnsent(outbox.state.get()) }));
  const sum = (some: typeof unsent) => some.reduce((total, each) => total + each.count, 0);
  unsentCount.set(sum(unsent));
  unkeptCount.set(sum(unsent.filter(({ key }) => !keepers.get(key)?.isKept.get())));
}

/** Keeps outboxes of somebody on the device, or keeps them no longer and forgets what was kept. */
function keep(user: string, isAllowed: boolean): void {
  if (!canKeep()) return;
  if (!isAllowed) {
    for (const [key, keeper] of keepers) {
      if (!key.startsWith(`${user} `)) continue;
      keeper.stop();
      keepers.delete(key);
    }
    void forgetKept(user);
    return;
  }
  for (const [key, live] of teams) if (key.startsWith(`${user} `)) keepTeam(user, key, live);
}

function keepTeam(user: string, key: string, live: TeamLive): void {
  if (keepers.has(key)) return;
  const keeper = new OutboxKeeper(deviceStore(), user, key.slice(user.length + 1), live.outbox);
  keepers.set(key, keeper);
  keeper.isKept.subscribe(count);
  keeper.start();
}

/** Opens the teams for which something waits since an earlier page, so that it is sent. */
async function bringBack(user: string): Promise<void> {
  const store = deviceStore();
  await store.sweep(Date.now());
  for (const team of await store.teams(user)) liveTeam(team);
}

/** Forgets what was kept of somebody on this device. */
export async function forgetKept(user: string): Promise<void> {
  if (canKeep() && (await wasAnythingKept())) await deviceStore().erase(user);
}

function mayKeep(): boolean {
  const current = session.get();
  return current.state === "signed-in" && current.me.policy.keep_on_device && canKeep();
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
  if (mayKeep()) keepTeam(user, key, live);
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
      keepers.get(key)?.stop();
      keepers.delete(key);
    }
  }
  keep(current.me.id, mayKeep());
  if (mayKeep()) void bringBack(current.me.id);
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
