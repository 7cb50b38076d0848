import { Button, Subtitle2 } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { useText } from "../../i18n/useText";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";

const ConsciousnessDialog = lazy(() => import("./ConsciousnessDialog"));
const News2Dialog = lazy(() => import("./News2Dialog"));

/** Whether scores are calculated for the team, and how. */
export function News2Section() {
  const text = useText();
  const { team, isOwner, live, reload } = useSettings();
  const [dialog, setDialog] = useState<"set" | "map" | "off">();
  const settings = team.news2 ?? undefined;
  const close = () => setDialog(undefined);
  if (!settings && !team.ehr) return null;
  return (
    <section className={styles.section} aria-labelledby="news2-title">
      <div className={styles.head}>
        <Subtitle2 as="h2" id="news2-title">
          {text("news2")}
        </Subtitle2>
        {isOwner && (
          <span className={styles.buttons}>
            <Button onClick={() => setDialog("set")}>{text(settings ? "news2-change" : "news2-on")}</Button>
            {settings && <Button onClick={() => setDialog("map")}>{text("news2-map-change")}</Button>}
            {settings && <Button onClick={() => setDialog("off")}>{text("news2-off")}</Button>}
          </span>
        )}
      </div>
      <p className={styles.what}>{text("news2-what")}</p>
      <p className={styles.fact}>
        {text(settings ? "news2-is-on" : "news2-is-off")}
        {settings &&
          ` ${text("news2-facts", { minutes: settings.max_gap_minutes, hours: settings.stale_after_hours })}`}
      </p>
      <Suspense>
        {dialog === "set" && <News2Dialog settings={settings} close={close} />}
        {dialog === "map" && settings && <ConsciousnessDialog settings={settings} close={close} />}
      </Suspense>
      {dialog === "off" && (
        <ConfirmDialog
          title={text("news2-off-title")}
          what={text("news2-off-what")}
          action={text("news2-off-do")}
          send={(id) => live.command(id, { type: "set_news2", settings: null })}
          done={() => {
            close();
            void reload();
          }}
          close={close}
        />
      )}
    </section>
  );
}
