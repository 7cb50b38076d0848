import { FluentProvider } from "@fluentui/react-components";
import { Suspense, useEffect, useLayoutEffect } from "react";
import { createPortal } from "react-dom";
import { later } from "../app/later";
import { isLocked } from "../app/lockState";
import { session } from "../app/session";
import { useStore } from "../app/store";
import { THEMES, useThemeName } from "../app/theme";
import { rememberFocus } from "../ui/focus";
import { joinTabs, watchTouches } from "./screenLock";

const LockScreen = later(() => import("./LockScreen"));

/** Beside the page, which is neither shown nor read while it is covered; it stays as it is, with what was typed. */
const host = document.createElement("div");
host.dataset.lockScreen = "";

function useCover(locked: boolean): void {
  useLayoutEffect(() => {
    if (!locked) return;
    const restoreFocus = rememberFocus();
    document.body.append(host);
    document.documentElement.dataset.locked = "";
    const covered = [...document.body.children].filter((element) => element !== host);
    for (const element of covered) element.toggleAttribute("inert", true);
    return () => {
      for (const element of covered) element.toggleAttribute("inert", false);
      delete document.documentElement.dataset.locked;
      host.remove();
      restoreFocus();
    };
  }, [locked]);
}

/** Covers the page while the session is locked, and locks it when nobody touches the screen. */
export function LockCover() {
  const locked = useStore(isLocked);
  const current = useStore(session);
  const theme = THEMES[useThemeName()];
  const minutes = current.state === "signed-in" ? current.me.policy.idle_lock_minutes : undefined;
  useCover(locked);
  useEffect(joinTabs, []);
  useEffect(() => (minutes == null ? undefined : watchTouches(minutes)), [minutes]);
  if (!locked) return null;
  return createPortal(
    <FluentProvider theme={theme}>
      <Suspense>
        <LockScreen />
      </Suspense>
    </FluentProvider>,
    host,
  );
}
