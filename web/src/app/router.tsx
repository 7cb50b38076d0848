import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { useMemo, useSyncExternalStore } from "react";
import { findRoute, pathOf, type Route, type RouteName, type RouteParameters } from "./routes";

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

function go(path: string, how: "push" | "replace") {
  if (path === location.pathname) return;
  if (how === "push") history.pushState(null, "", path);
  else history.replaceState(null, "", path);
  for (const listener of [...listeners]) listener();
}

/** Opens a page. */
export function navigate<Name extends RouteName>(name: Name, parameters: RouteParameters<Name>) {
  go(pathOf(name, parameters), "push");
}

/** Opens a page in the place of this one, so that "back" skips it. */
export function redirect<Name extends RouteName>(name: Name, parameters: RouteParameters<Name>) {
  go(pathOf(name, parameters), "replace");
}

/** The page at the current address. */
export function useRoute(): Route | undefined {
  const pathname = useSyncExternalStore(subscribe, () => location.pathname);
  return useMemo(() => findRoute(pathname), [pathname]);
}

function isPlainClick(event: MouseEvent) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

interface LinkProps<Name extends RouteName> extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  readonly to: Name;
  readonly parameters: RouteParameters<Name>;
}

/** A link to a page; opening it in a new tab works as for any link. */
export function Link<Name extends RouteName>({ to, parameters, onClick, ...rest }: LinkProps<Name>) {
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlainClick(event)) return;
    event.preventDefault();
    navigate(to, parameters);
  };
  return <a {...rest} href={pathOf(to, parameters)} onClick={open} />;
}
