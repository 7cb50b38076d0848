/** The languages of the interface. */
export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The name of each language in itself, as a language switch shows it. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", fr: "Français" };

/** BCP 47 tags: day before month, and 24 hours, whatever the region of the browser. */
export const LOCALES: Record<Language, string> = { en: "en-GB", fr: "fr-FR" };

/** Reads a language from a tag such as `fr-CA`; anything else is not ours. */
export function findLanguage(tag: string | null | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split("-")[0];
  return LANGUAGES.find((language) => language === primary);
}

/** The first of the reader's languages that we have, else English. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = findLanguage(tag);
    if (found) return found;
  }
  return "en";
}
