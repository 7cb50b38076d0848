import { useEffect } from "react";
import { flushSync } from "react-dom";
import { useText } from "../i18n/useText";
import { notify } from "../ui/notices";
import { unkeptCount } from "./registry";

/** Before the page is left with changes that were not sent, the browser asks; the page says how many they are. */
export function UnsentGuard() {
  const text = useText();
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const count = unkeptCount.get();
      if (count === 0) return;
      event.preventDefault();
      flushSync(() => notify("error", text("leaving-loses", { count })));
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [text]);
  return null;
}
