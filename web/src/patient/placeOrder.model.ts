import { type Language, LOCALES } from "../i18n/language";

/**
 * Compares places as a ward walks them: numbers by their value (`A2` before `A10`), and whoever has no bed last. It is an order
 * of text with numbers in it, not of a parsed address, so that any ward's way of writing works.
 */
export function placeComparer(language: Language): (a: string | null, b: string | null) => number {
  const collator = new Intl.Collator(LOCALES[language], { numeric: true, sensitivity: "base" });
  return (a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return collator.compare(a, b);
  };
}
