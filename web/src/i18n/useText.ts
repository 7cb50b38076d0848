import { createContext, use } from "react";
import type { Texts } from "./bundle";

export const TextsContext = createContext<Texts | null>(null);

/** The texts in the reader's language. */
export function useTexts(): Texts {
  const texts = use(TextsContext);
  if (!texts) throw new Error("useTexts outside of <LanguageProvider>");
  return texts;
}

/** Words a text in the reader's language: `const text = useText(); text("save")`. */
export function useText(): Texts["text"] {
  return useTexts().text;
}
