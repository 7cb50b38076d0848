import { type ComponentType, type LazyExoticComponent, lazy, useEffect } from "react";

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

/** After this long the page that somebody waits for has come. */
const PAUSE_MS = 2_000;
const ASK_AGAIN_MS = 2_000;

const parts = new Set<() => Promise<unknown>>();

/** Until the server answers, whatever it says. */
async function reachServer(): Promise<void> {
  for (;;) {
    try {
      await fetch("/healthz", { cache: "no-store" });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }
}

/** Where there is no network the part comes late; a part that the server does not have any more is a fault of the page. */
async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    await reachServer();
    return await load();
  }
}

/**
 * A part of a page that comes after the page itself: when it is first shown, or in the background before that (`useRest`), since without a
 * network it could not come any more.
 */
export function later<Props>(load: Load<Props>): LazyExoticComponent<ComponentType<Props>> {
  parts.add(load);
  return lazy(() => loadPatiently(load));
}

/** One after the other, those too that a part brings with it; what cannot come now comes when it is shown. */
async function loadRest(): Promise<void> {
  for (const load of parts) await load().catch(() => undefined);
}

/** Loads in the background what the pages so far may still need, so that they go on working when the network is lost. */
export function useRest(): void {
  useEffect(() => {
    // In a test the page is gone before.
    if (!import.meta.env.PROD) return;
    const timer = setTimeout(() => void loadRest(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, []);
}
