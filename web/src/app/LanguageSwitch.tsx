import { Button } from "@fluentui/react-components";
import { LANGUAGE_NAMES, LANGUAGES } from "../i18n/language";
import { useTexts } from "../i18n/useText";
import { chooseLanguage } from "./preferences";

/** The other languages in their own words, for who cannot read this one. */
export function LanguageSwitch() {
  const { language } = useTexts();
  return LANGUAGES.filter((other) => other !== language).map((other) => (
    <Button key={other} appearance="transparent" lang={other} onClick={() => chooseLanguage(other)}>
      {LANGUAGE_NAMES[other]}
    </Button>
  ));
}
