import { useEffect } from "react";

const EVERY_MS = 60_000;

/** Reads again once a minute while the page is looked at, and when one comes back to it: for what no live change tells. */
export function useRefresh(read: () => Promise<void>): void {
  useEffect(() => {
    const readIfSeen = () => {
      if (document.visibilityState === "visible") void read();
    };
    const timer = setInterval(readIfSeen, EVERY_MS);
    window.addEventListener("focus", readIfSeen);
    document.addEventListener("visibilitychange", readIfSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", readIfSeen);
      document.removeEventListener("visibilitychange", readIfSeen);
    };
  }, [read]);
}
