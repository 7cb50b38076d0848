import { Subtitle2 } from "@fluentui/react-components";
import { useCallback } from "react";
import { useReloadable } from "../../api/useReloadable";
import type { BreakGlassView, BrokenGlass } from "../../api/wire";
import { useText } from "../../i18n/useText";
import { OpeningsList } from "../../review/OpeningsList";
import { LoadedView } from "../../ui/LoadedView";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";

/** Openings of the team's protected patients, for its owners to review. */
export default function EmergencyAccessSection() {
  const text = useText();
  const { id, team, live, reload: reloadTeam } = useSettings();
  const { loaded, reload } = useReloadable<BreakGlassView>(`/api/teams/${id}/break-glass`);
  const send = useCallback(
    async (
      command: string,
      access: BrokenGlass,
      review: { outcome: "appropriate" | "inappropriate"; comment: string },
    ) => {
      await live.command<unknown>(command, { type: "review_break_glass", access: access.id, ...review });
      await Promise.all([reload(), reloadTeam()]);
    },
    [live, reload, reloadTeam],
  );
  return (
    <section className={styles.section} aria-labelledby="emergency-access-title">
      <Subtitle2 as="h2" id="emergency-access-title">
        {text("emergency-access")}
      </Subtitle2>
      <p className={styles.what}>{text("emergency-access-what")}</p>
      <LoadedView loaded={loaded}>
        {(view) => <OpeningsList view={view} timeZone={team.time_zone} send={send} />}
      </LoadedView>
    </section>
  );
}
