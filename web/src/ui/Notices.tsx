import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useStore } from "../app/store";
import { useText } from "../i18n/useText";
import styles from "./Notices.module.css";
import { dismissNotice, NOTICE_MS, type Notice, notices } from "./notices";

function NoticeBar({ notice }: { readonly notice: Notice }) {
  const text = useText();
  const [isHeld, setHeld] = useState(false);
  const { id, kind, action } = notice;
  const stays = kind === "error" || action !== undefined || isHeld;

  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => dismissNotice(id), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [id, stays]);

  const act = () => {
    action?.perform();
    dismissNotice(id);
  };
  return (
    <MessageBar
      intent={kind}
      layout="multiline"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <MessageBarBody>{notice.text}</MessageBarBody>
      <MessageBarActions>
        {action && <Button onClick={act}>{action.label}</Button>}
        <Button onClick={() => dismissNotice(id)}>{text("dismiss")}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** The messages at the edge of the page. */
export function Notices() {
  const text = useText();
  const shown = useStore(notices);
  if (shown.length === 0) return null;
  return (
    <section className={styles.notices} aria-label={text("notifications")}>
      {shown.map((notice) => (
        <NoticeBar key={notice.id} notice={notice} />
      ))}
    </section>
  );
}
