import { findLanguage, type Language, preferredLanguage } from "../i18n/language";
import { makeStore } from "./store";

/** What a person chose on this device; nothing of a patient is ever kept there. */
export const THEME_CHOICES = ["system", "light", "dark", "contrast"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const THEME_KEY = "patients.theme";
const LANGUAGE_KEY = "patients.language";

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage may be forbidden in an embedded page; the choice then lasts as long as the page.
    return null;
  }
}

function keep(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

export const themeChoice = makeStore<ThemeChoice>(
  THEME_CHOICES.find((choice) => choice === read(THEME_KEY)) ?? "system",
);

/** The language chosen on this device; undefined until somebody chose one, so that the account's language counts. */
export const languageChoice = makeStore<Language | undefined>(findLanguage(read(LANGUAGE_KEY)));

export function chooseTheme(choice: ThemeChoice) {
  keep(THEME_KEY, choice);
  themeChoice.set(choice);
}

export function chooseLanguage(language: Language) {
  keep(LANGUAGE_KEY, language);
  languageChoice.set(language);
}

/** The language to show: this device's choice, else the account's, else the browser's. */
export function effectiveLanguage(choice: Language | undefined, ofAccount: string | undefined): Language {
  return choice ?? findLanguage(ofAccount) ?? preferredLanguage(navigator.languages);
}
