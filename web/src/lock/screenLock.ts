import { request } from "../api/client";
import { isLocked } from "../app/lockState";
import { loadSession, session } from "../app/session";
import { isIdle, reportInMs } from "./idle.model";

/** What the tabs of a browser tell one another: they have one session, and are covered together. */
type Told =
  | { readonly type: "active"; readonly at: number }
  | { readonly type: "locked" }
  | { readonly type: "unlocked" };

const CHANNEL = "patients-screen";
const LOOK_EVERY_MS = 1_000;
const TELL_TABS_EVERY_MS = 1_000;
const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(CHANNEL);
let lastActive = Date.now();

function tell(message: Told): void {
  channel?.postMessage(message);
}

/** The server locks by itself too, a little later; without an answer the screen stays covered all the same. */
function lockOnServer(): void {
  request<void>("/api/session/lock", { method: "POST" }).catch(() => undefined);
}

/** Covers the screen of every tab, and locks the session. */
export function lockScreen(): void {
  if (isLocked.get()) return;
  isLocked.set(true);
  tell({ type: "locked" });
  lockOnServer();
}

/** The session goes on: uncovers every tab. */
export async function uncover(): Promise<void> {
  lastActive = Date.now();
  // Whoever is there now: what is shown of the page is theirs, or nothing.
  await loadSession();
  const { state } = session.get();
  if (state === "failed") return;
  isLocked.set(false);
  tell({ type: "unlocked" });
}

/** Hears what the other tabs tell. */
export function joinTabs(): () => void {
  if (!channel) return () => undefined;
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    switch (data.type) {
      case "active":
        lastActive = Math.max(lastActive, data.at);
        break;
      case "locked":
        isLocked.set(true);
        break;
      case "unlocked":
        if (isLocked.get()) {
          isLocked.set(false);
          // Locked all the same: the answer covers it again.
          void loadSession();
        }
    }
  };
  return () => {
    channel.onmessage = null;
  };
}

/** Covers the screen when nobody touches it for so many minutes, and tells the server that somebody does. */
export function watchTouches(minutes: number): () => void {
  let lastReport: number | undefined;
  let lastTold = 0;
  let report: ReturnType<typeof setTimeout> | undefined;
  lastActive = Date.now();
  const send = () => {
    report = undefined;
    if (isLocked.get()) return;
    lastReport = Date.now();
    request<void>("/api/session/activity", { method: "POST" }).catch(() => undefined);
  };
  const touched = () => {
    const now = Date.now();
    // Before this touch the time had run out already, as on a computer that slept.
    look();
    if (isLocked.get()) return;
    lastActive = now;
    if (now - lastTold >= TELL_TABS_EVERY_MS) {
      lastTold = now;
      tell({ type: "active", at: now });
    }
    report ??= setTimeout(send, reportInMs(lastReport, now));
  };
  const look = () => {
    if (isIdle(lastActive, Date.now(), minutes)) lockScreen();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  for (const touch of TOUCHES) window.addEventListener(touch, touched, { capture: true, passive: true });
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    clearTimeout(report);
    for (const touch of TOUCHES) window.removeEventListener(touch, touched, { capture: true });
    document.removeEventListener("visibilitychange", look);
  };
}
