import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { type ThemeChoice, themeChoice } from "./preferences";
import { useStore } from "./store";

export type ThemeName = "light" | "dark" | "contrast";

export const THEMES: Record<ThemeName, Theme> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
};

const QUERIES = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"];

/** The theme for a choice: `system` follows what the operating system asks for. */
export function themeFor(choice: ThemeChoice, matches: (query: string) => boolean): ThemeName {
  if (choice !== "system") return choice;
  if (matches("(prefers-contrast: more)") || matches("(forced-colors: active)")) return "contrast";
  return matches("(prefers-color-scheme: dark)") ? "dark" : "light";
}

function subscribeToSystem(listener: () => void) {
  const queries = QUERIES.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
  };
}

/** The theme to show now. */
export function useThemeName(): ThemeName {
  const choice = useStore(themeChoice);
  return useSyncExternalStore(subscribeToSystem, () => themeFor(choice, (query) => matchMedia(query).matches));
}
