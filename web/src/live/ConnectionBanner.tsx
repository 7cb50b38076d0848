import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { NO_CONNECTION, problemText } from "../api/problem";
import { useStore } from "../app/store";
import { useTexts } from "../i18n/useText";
import { clinicalDateTime, localDateTime } from "../patient/clinicalDate.model";
import { announce } from "../ui/announcer";
import { countUnsent } from "./outbox.model";
import type { TeamLive } from "./teamLive";
import { useLostSince } from "./useLostSince";

interface ConnectionBannerProps {
  readonly live: TeamLive;
  readonly timeZone: string;
}

/** Says since when the list may be out of date, and how many changes wait. */
export function ConnectionBanner({ live, timeZone }: ConnectionBannerProps) {
  const texts = useTexts();
  const { text, language } = texts;
  const lostSince = useLostSince(live.connection);
  const unsent = countUnsent(useStore(live.outbox.state));
  const trouble = useStore(live.outbox.trouble);
  const isLost = lostSince !== undefined;

  const [wasLost, setWasLost] = useState(false);
  useEffect(() => {
    if (isLost === wasLost) return;
    setWasLost(isLost);
    announce(text(isLost ? "connection-lost-short" : "connection-back"), isLost ? "urgent" : "polite");
  }, [isLost, wasLost, text]);

  if (!isLost && trouble && unsent > 0 && trouble.code !== NO_CONNECTION) {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {text("not-saved")} {problemText(trouble, texts)} {text("waiting-changes", { count: unsent })}
        </MessageBarBody>
      </MessageBar>
    );
  }
  if (!isLost) return null;
  const since = clinicalDateTime(localDateTime(new Date(lostSince), timeZone), language);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {text("connection-lost", { since })} {text("waiting-changes", { count: unsent })}
      </MessageBarBody>
    </MessageBar>
  );
}
