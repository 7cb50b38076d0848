import type { ReactNode } from "react";
import { useText } from "../i18n/useText";
import { CONTENT_ID } from "../ui/focus";
import { Link } from "./router";
import { SettingsMenu } from "./SettingsMenu";
import styles from "./Shell.module.css";

/** What stands around every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const text = useText();
  return (
    <>
      <a className={styles.skip} href={`#${CONTENT_ID}`}>
        {text("skip-to-content")}
      </a>
      <header className={styles.header}>
        <Link to="teams" parameters={{}} className={styles.name}>
          {text("app-name")}
        </Link>
        <SettingsMenu />
      </header>
      <main id={CONTENT_ID} tabIndex={-1} className={styles.content}>
        {children}
      </main>
    </>
  );
}
