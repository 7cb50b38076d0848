import { useEffect } from "react";

const MINUTE_MS = 60_000;

/** Reads again once a minute, unless something else is said, while the page is looked at, and when one comes back to it: for what no live change tells. */
export function useRefresh(read: () => Promise<void>, everyMs = MINUTE_MS): void {
  useEffect(() => {
    const readIfSeen = () => {
      if (document.visibilityState === "visible") void read();
    };
    const timer = setInterval(readIfSeen, everyMs);
    window.addEventListener("focus", readIfSeen);
    document.addEventListener("visibilitychange", readIfSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", readIfSeen);
      document.removeEventListener("visibilitychange", readIfSeen);
    };
  }, [read, everyMs]);
}
