import { Button, Subtitle2 } from "@fluentui/react-components";
import { request } from "../../api/client";
import type { MySession } from "../../api/types";
import { useCommand } from "../../api/useCommand";
import { useReloadable } from "../../api/useReloadable";
import { useRefresh } from "../../app/useRefresh";
import type { TextId } from "../../generated/textIds";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { LoadedView } from "../../ui/LoadedView";
import { notify } from "../../ui/notices";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./Account.module.css";
import { useHere } from "./useHere";

const CLIENTS: Record<MySession["client"], TextId> = {
  browser: "client-browser",
  teams: "client-teams",
  program: "client-program",
};

const METHODS: Record<MySession["method"], TextId> = {
  password: "method-password",
  passkey: "method-passkey",
  oidc: "method-oidc",
  teams: "method-teams",
};

/** Where one is signed in. */
export function SessionsSection() {
  const text = useText();
  const { loaded, reload } = useReloadable<{ readonly sessions: readonly MySession[] }>("/api/me/sessions");
  useRefresh(reload);
  return (
    <section className={styles.section} aria-labelledby="sessions-title">
      <Subtitle2 as="h2" id="sessions-title">
        {text("my-sessions")}
      </Subtitle2>
      <p className={styles.what}>{text("my-sessions-what")}</p>
      <LoadedView loaded={loaded}>
        {({ sessions }) => (
          <ul className={styles.items}>
            {sessions.map((session) => (
              <SessionItem key={session.reference} session={session} reload={reload} />
            ))}
          </ul>
        )}
      </LoadedView>
    </section>
  );
}

interface SessionItemProps {
  readonly session: MySession;
  readonly reload: () => Promise<void>;
}

function SessionItem({ session, reload }: SessionItemProps) {
  const text = useText();
  const here = useHere();
  const send = async () => {
    await request<void>(`/api/me/sessions/${session.reference}`, { method: "DELETE" });
    notify("success", text("session-ended"));
    await reload();
    return true;
  };
  const { perform, problem, isBusy } = useCommand(send);
  const began = here(session.began);
  const where = [text(CLIENTS[session.client]), ...(session.address == null ? [] : [literal(session.address)])];
  return (
    <li className={styles.item}>
      <span className={styles.name}>
        {where.join(" · ")}
        {session.this && ` (${text("this-session")})`}
        <span className={styles.facts}>
          {[
            text(METHODS[session.method]),
            text("session-began", { began }),
            text("session-seen", { seen: here(session.seen) }),
          ].join(" · ")}
        </span>
      </span>
      {!session.this && (
        <Button
          aria-label={`${text("end-session")} ${text("session-began", { began })}`}
          disabledFocusable={isBusy}
          onClick={() => void perform(session.reference)}
        >
          {text("end-session")}
        </Button>
      )}
      <ProblemBar problem={problem} />
    </li>
  );
}
