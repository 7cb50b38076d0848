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

/** Asks who is signed in. */
export async function loadSession(): Promise<void> {
  try {
    session.set({ state: "signed-in", me: await request<Me>("/api/me") });
  } catch (thrown) {
    const problem = asProblem(thrown);
    session.set(problem.status === 401 ? { state: "signed-out" } : { state: "failed", problem });
  }
}

/** Signs in; the server answers a browser with a cookie only. A refusal is thrown. */
export async function signIn(user: string, password: string): Promise<void> {
  await request<unknown>("/api/session", { method: "POST", body: { user, password } });
  await loadSession();
}

/** Signs out and leaves nothing of the session on the page. Where the organization's provider has a session too, it is ended next. */
export async function signOut(): Promise<void> {
  const answer = await request<{ readonly continue_at: string } | undefined>("/api/session", { method: "DELETE" });
  location.assign(answer?.continue_at ?? "/");
}

/** An answer said that nobody is signed in any more: ask again, and keep the page and what was typed on it. */
export function sessionEnded(): void {
  session.set({ state: "signed-out" });
}
