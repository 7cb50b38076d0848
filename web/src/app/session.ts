import { request } from "../api/client";
import { asProblem, type Problem } from "../api/problem";
import type { Me } from "../api/types";
import { makeStore } from "./store";

export type Session =
  | { readonly state: "unknown" }
  | { readonly state: "signed-out" }
  | { readonly state: "signed-in"; readonly me: Me }
  | { readonly state: "failed"; readonly problem: Problem };

export const session = makeStore<Session>({ state: "unknown" });

/** Asks who is signed in. That nobody is, is no error, and stands in no console as one. */
export async function loadSession(): Promise<void> {
  try {
    const { me } = await request<{ readonly me: Me | null }>("/api/session");
    session.set(me ? { state: "signed-in", me } : { state: "signed-out" });
  } catch (thrown) {
    session.set({ state: "failed", problem: asProblem(thrown) });
  }
}

/** Signs in; the server answers a browser with a cookie only. A refusal is thrown. */
export async function signIn(user: string, password: string): Promise<void> {
  await request<unknown>("/api/session", { method: "POST", body: { user, password } });
  await loadSession();
}

/** Signs out and leaves nothing of the session on the page. */
export async function signOut(): Promise<void> {
  await request<unknown>("/api/session", { method: "DELETE" });
  location.assign("/");
}

/** An answer said that nobody is signed in any more: ask again, and keep the page and what was typed on it. */
export function sessionEnded(): void {
  session.set({ state: "signed-out" });
}
