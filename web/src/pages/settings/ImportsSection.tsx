import { Button, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import type { ImportView } from "../../api/wire";
import { literal } from "../../i18n/literal";
import { authorName } from "../../i18n/people";
import { useTexts } from "../../i18n/useText";
import { clinicalInstant } from "../../patient/clinicalDate.model";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Hidden } from "../../ui/Hidden";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";

/** The sheets that were taken in, each to be taken back as one step. */
export default function ImportsSection() {
  const { text, language } = useTexts();
  const { team, mayEdit, live, reload } = useSettings();
  const [undoing, setUndoing] = useState<ImportView>();
  const names = new Map([...team.former_members, ...team.members].map(({ user, name }) => [user, name]));
  const facts = ({ done, patients }: ImportView) => {
    const who = authorName(done.by, names, { text });
    const when = clinicalInstant(done.at, team.time_zone, language);
    return `${text("by-at", { who, when })} · ${text("patient-count", { count: patients })}`;
  };
  return (
    <section className={styles.section} aria-labelledby="imports-title">
      <Subtitle2 as="h2" id="imports-title">
        {text("imports")}
      </Subtitle2>
      <p className={styles.what}>{text(team.imports.length === 0 ? "no-imports" : "imports-what")}</p>
      {team.imports.length > 0 && (
        <ul className={styles.items}>
          {team.imports.map((each) => (
            <li key={each.id} className={styles.line}>
              <span className={styles.name}>
                <bdi>{literal(team.lists.find(({ id }) => id === each.list)?.name ?? text("a-former-list"))}</bdi>
                <span className={styles.facts}>{facts(each)}</span>
              </span>
              {mayEdit && (
                <Button onClick={() => setUndoing(each)}>
                  {text("undo-import")}
                  <Hidden> {facts(each)}</Hidden>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {undoing && (
        <ConfirmDialog
          title={text("undo-import-title")}
          what={
            <>
              <p>{facts(undoing)}</p>
              <p>{text("undo-import-what")}</p>
            </>
          }
          action={text("undo-import")}
          send={(id) => live.command(id, { type: "undo_import", import: undoing.id })}
          done={() => {
            setUndoing(undefined);
            void reload();
          }}
          close={() => setUndoing(undefined)}
        />
      )}
    </section>
  );
}
