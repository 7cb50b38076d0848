import { type ReactNode, useEffect, useState } from "react";
import { loadTexts, type Texts } from "../i18n/bundle";
import type { Language } from "../i18n/language";
import { TextsContext } from "../i18n/useText";

interface LanguageProviderProps {
  readonly language: Language;
  readonly children: ReactNode;
}

/** Loads the texts of a language and sets the document's; until they are there the former language stays. */
export function LanguageProvider({ language, children }: LanguageProviderProps) {
  const [texts, setTexts] = useState<Texts | null>(null);

  useEffect(() => {
    let isWanted = true;
    void loadTexts(language).then((loaded) => {
      if (!isWanted) return;
      document.documentElement.lang = loaded.language;
      setTexts(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [language]);

  return texts && <TextsContext value={texts}>{children}</TextsContext>;
}
