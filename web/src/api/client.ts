import { isLocked, SESSION_LOCKED } from "../app/lockState";
import { NO_CONNECTION, Problem, problemOf } from "./problem";

/** After this long without an answer a request counts as lost; on a ward's Wi-Fi packets vanish without a word. */
const TIMEOUT_MS = 15_000;

export interface RequestOptions {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** For what takes longer than asking usually does, such as sending a file. */
  readonly timeoutMs?: number;
}

async function send(
  path: string,
  { method = "GET", body, signal, timeoutMs = TIMEOUT_MS }: RequestOptions,
): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const init: RequestInit = {
    method,
    credentials: "same-origin",
    cache: "no-store",
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { "content-type": "application/json" };
  }
  try {
    return await fetch(path, init);
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    throw new Problem(0, NO_CONNECTION);
  }
}

/** Asks the server; anything but a success is thrown as a `Problem`. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.code === SESSION_LOCKED) isLocked.set(true);
    throw problem;
  }
  if (response.status === 204) return undefined as T;
  try {
    return (await response.json()) as T;
  } catch {
    throw new Problem(0, NO_CONNECTION);
  }
}
