import { Button, Subtitle2 } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { EhrConnection } from "../../api/record";
import { literal } from "../../i18n/literal";
import { authorName } from "../../i18n/people";
import { useTexts } from "../../i18n/useText";
import { clinicalInstant } from "../../patient/clinicalDate.model";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { notify } from "../../ui/notices";
import { News2Section } from "./News2Section";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";

const ConnectionDialog = lazy(() => import("./ConnectionDialog"));

const AUTH_TEXTS = {
  none: "record-auth-none",
  client_credentials: "record-auth-client-credentials",
  private_key_jwt: "record-auth-private-key-jwt",
} as const;

/** The connection as it stands; how we say who we are is only for owners. */
function Connection({ connection }: { readonly connection: EhrConnection }) {
  const texts = useTexts();
  const { text, language } = texts;
  const { team } = useSettings();
  const names = new Map([...team.former_members, ...team.members].map(({ user, name }) => [user, name]));
  const { by, at } = connection.set;
  const set = { who: authorName(by, names, texts), when: clinicalInstant(at, team.time_zone, language) };
  const facts = [
    text("record-version", { version: connection.fhir_version }),
    ...(connection.auth ? [text(AUTH_TEXTS[connection.auth.type])] : []),
    text("record-set-by", set),
  ];
  return (
    <ul className={styles.items}>
      <li className={styles.line}>
        <span className={styles.name}>
          <bdi>{literal(connection.name)}</bdi>
          <span className={styles.facts}>
            <bdi>{literal(connection.url)}</bdi>
          </span>
          <span className={styles.facts}>{facts.join(" · ")}</span>
        </span>
      </li>
    </ul>
  );
}

/** The team's connection to the hospital's record, and what is calculated from it. */
export default function RecordSection() {
  const { text } = useTexts();
  const { team, isOwner, live, reload } = useSettings();
  const [dialog, setDialog] = useState<"set" | "remove">();
  const connection = team.ehr ?? undefined;
  const close = () => setDialog(undefined);
  return (
    <>
      <section className={styles.section} aria-labelledby="record-title">
        <div className={styles.head}>
          <Subtitle2 as="h2" id="record-title">
            {text("record-connection")}
          </Subtitle2>
          {isOwner && (
            <span className={styles.buttons}>
              <Button appearance={connection ? "secondary" : "primary"} onClick={() => setDialog("set")}>
                {text(connection ? "record-change" : "connect-record")}
              </Button>
              {connection && <Button onClick={() => setDialog("remove")}>{text("record-remove")}</Button>}
            </span>
          )}
        </div>
        <p className={styles.what}>{text("record-connection-what")}</p>
        {connection ? (
          <Connection connection={connection} />
        ) : (
          <p className={styles.fact}>{text(isOwner ? "record-none" : "record-none-member")}</p>
        )}
      </section>
      <News2Section />
      <Suspense>{dialog === "set" && <ConnectionDialog connection={connection} close={close} />}</Suspense>
      {dialog === "remove" && connection && (
        <ConfirmDialog
          title={text("record-remove-title", { name: connection.name })}
          what={text("record-remove-what")}
          action={text("record-remove-do")}
          send={(id) => live.command(id, { type: "remove_ehr_connection" })}
          done={() => {
            notify("success", text("record-removed"));
            close();
            void reload();
          }}
          close={close}
        />
      )}
    </>
  );
}
