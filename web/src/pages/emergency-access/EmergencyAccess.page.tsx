import { Subtitle1, Subtitle2 } from "@fluentui/react-components";
import { useCallback } from "react";
import { request } from "../../api/client";
import { useReloadable } from "../../api/useReloadable";
import type { AuditedBreakGlassView, AuditedTeam, BrokenGlass, ReviewOutcome } from "../../api/wire";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { OpeningsList } from "../../review/OpeningsList";
import { LoadedView } from "../../ui/LoadedView";
import { usePageTitle } from "../../ui/usePageTitle";
import styles from "./EmergencyAccess.module.css";

interface TeamOpeningsProps {
  readonly team: AuditedTeam;
  readonly reload: () => Promise<void>;
}

/** Where nobody's team gives a time zone, the reader's own says when something was. */
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function TeamOpenings({ team, reload }: TeamOpeningsProps) {
  const titleId = `team-${team.id}`;
  const send = useCallback(
    async (_: string, access: BrokenGlass, review: { readonly outcome: ReviewOutcome; readonly comment: string }) => {
      const path = `/api/break-glass/${team.id}/${access.id}/review`;
      await request<void>(path, { method: "POST", body: review });
      await reload();
    },
    [team.id, reload],
  );
  return (
    <section className={styles.team} aria-labelledby={titleId}>
      <Subtitle2 as="h2" id={titleId}>
        <bdi>{literal(team.name)}</bdi>
      </Subtitle2>
      <OpeningsList view={team} timeZone={timeZone} send={send} />
    </section>
  );
}

/** Openings of protected patients in all teams, for auditors: who the patients are, and nothing else of them. */
export default function EmergencyAccessPage() {
  const text = useText();
  const { loaded, reload } = useReloadable<AuditedBreakGlassView>("/api/break-glass");
  usePageTitle("emergency-access");
  return (
    <div className={styles.page}>
      <Subtitle1 as="h1">{text("emergency-access")}</Subtitle1>
      <p className={styles.what}>{text("emergency-access-what")}</p>
      <LoadedView loaded={loaded}>
        {({ teams }) =>
          teams.length === 0 ? (
            <p className={styles.what}>{text("emergency-access-none")}</p>
          ) : (
            teams.map((team) => <TeamOpenings key={team.id} team={team} reload={reload} />)
          )
        }
      </LoadedView>
    </div>
  );
}
