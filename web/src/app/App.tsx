import { FluentProvider } from "@fluentui/react-components";
import { useEffect } from "react";
import { UnsentGuard } from "../live/UnsentGuard";
import { LockCover } from "../lock/LockCover";
import { Announcer } from "../ui/announcer";
import { Notices } from "../ui/Notices";
import styles from "./App.module.css";
import { LanguageProvider } from "./LanguageProvider";
import { Page } from "./Page";
import { effectiveLanguage, languageChoice } from "./preferences";
import { loadSession, session } from "./session";
import { useStore } from "./store";
import { THEMES, useThemeName } from "./theme";

/** The whole interface. */
export function App() {
  const themeName = useThemeName();
  const current = useStore(session);
  const ofAccount = current.state === "signed-in" ? current.me.language : undefined;
  const language = effectiveLanguage(useStore(languageChoice), ofAccount);

  useEffect(() => void loadSession(), []);
  useEffect(() => {
    document.documentElement.dataset.theme = themeName;
  }, [themeName]);

  return (
    <FluentProvider theme={THEMES[themeName]}>
      {/* Not on the provider: what opens over the page, such as menus, takes its classes, and would cover the page. */}
      <div className={styles.app}>
        <LanguageProvider language={language}>
          <Page />
          <Notices />
          <Announcer />
          <UnsentGuard />
          <LockCover />
        </LanguageProvider>
      </div>
    </FluentProvider>
  );
}
