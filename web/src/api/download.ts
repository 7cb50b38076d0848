import { NO_CONNECTION, Problem, problemOf } from "./problem";

/** Writing a large list takes a moment, and so does the network. */
const TIMEOUT_MS = 120_000;

/** The name that a `Content-Disposition` header gives a file (RFC 6266, RFC 8187); undefined where it gives none. */
export function fileNameOf(disposition: string | null): string | undefined {
  const exact = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (exact !== undefined) return decodeURIComponent(exact);
  return /filename="([^"]*)"/i.exec(disposition ?? "")?.[1];
}

/** Saves a file of the server's on this device; a refusal is thrown as a `Problem`. */
export async function download(path: string): Promise<void> {
  const init: RequestInit = {
    credentials: "same-origin",
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  const response = await fetch(path, init).catch(() => {
    throw new Problem(0, NO_CONNECTION);
  });
  if (!response.ok) throw await problemOf(response);
  const content = await response.blob().catch(() => {
    throw new Problem(0, NO_CONNECTION);
  });
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileNameOf(response.headers.get("content-disposition")) ?? "";
  link.click();
  // The browser has taken the content by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
