import { useMemo } from "react";
import type { Team } from "../api/types";
import { useToday } from "../app/clock";
import type { FieldContext } from "../fields/fieldUi";
import { useTexts } from "../i18n/useText";
import { localDateTime } from "../patient/clinicalDate.model";

/** What fields need to know of a team; the same object until members, language or day change. */
export function useTeamFieldContext({
  members,
  former_members: former,
  time_zone: timeZone,
  news2,
}: Team): FieldContext {
  const texts = useTexts();
  const today = useToday(timeZone);
  const staleAfterHours = news2?.stale_after_hours;
  return useMemo<FieldContext>(
    () => ({
      texts,
      names: new Map([...former, ...members].map(({ user, name }) => [user, name])),
      members: members.map(({ user }) => user),
      today,
      timeZone,
      staleAfterHours,
      now: () => localDateTime(new Date(), timeZone),
    }),
    [texts, former, members, today, timeZone, staleAfterHours],
  );
}
