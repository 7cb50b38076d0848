import { request } from "../api/client";
import { askPasskey, type PasskeyChallenge } from "../api/passkey";
import { asProblem, type Problem } from "../api/problem";
import type { Me } from "../api/types";
import { isLocked, SESSION_LOCKED } from "./lockState";
import { makeStore } from "./store";

export type Session =
  | { readonly state: "unknown" }
  | { readonly state: "signed-out" }
  | { readonly state: "signed-in"; readonly me: Me }
  | { readonly state: "failed"; readonly problem: Problem };

/** What is proved besides a password. */
export type SecondFactor = { readonly challenge: string } & (
  | { readonly code: string }
  | { readonly recovery_code: string }
  | { readonly credential: unknown }
);

export const session = makeStore<Session>({ state: "unknown" });

/** Asks who is signed in. That nobody is, is no error, and stands in no console as one. */
export async function loadSession(): Promise<void> {
  try {
    const { me } = await request<{ readonly me: Me | null }>("/api/session/me");
    session.set(me ? { state: "signed-in", me } : { state: "signed-out" });
  } catch (thrown) {
    const problem = asProblem(thrown);
    // Somebody is signed in, and shows who it is by unlocking.
    if (problem.code === SESSION_LOCKED) return;
    session.set({ state: "failed", problem });
  }
}

/** Signs in; the server answers a browser with a cookie only. A refusal is thrown. */
export async function signIn(user: string, password: string): Promise<void> {
  await request<unknown>("/api/session", { method: "POST", body: { user, password } });
  await loadSession();
}

/** Finishes a sign-in whose password was right, by a second factor. A refusal is thrown. */
export async function finishSignIn(body: SecondFactor): Promise<void> {
  await request<unknown>("/api/session/second-factor", { method: "POST", body });
  await loadSession();
}

/** Signs in by a passkey, whose ever it is; false where somebody closed the browser's question. */
export async function signInByPasskey(): Promise<boolean> {
  const { challenge, options } = await request<PasskeyChallenge>("/api/session/passkey/challenge", { method: "POST" });
  const credential = await askPasskey(options);
  if (credential === undefined) return false;
  await request<unknown>("/api/session/passkey", { method: "POST", body: { challenge, credential } });
  await loadSession();
  return true;
}

/** Signs out and leaves nothing of the session on the page. Where the organization's provider has a session too, it is ended next. */
export async function signOut(): Promise<void> {
  const answer = await request<{ readonly continue_at: string } | undefined>("/api/session", { method: "DELETE" });
  location.assign(answer?.continue_at ?? "/");
}

/** An answer said that nobody is signed in any more: ask again, and keep the page and what was typed on it. */
export function sessionEnded(): void {
  // A locked session refuses everything, and goes on when it is unlocked.
  if (isLocked.get()) return;
  session.set({ state: "signed-out" });
}
