import { useCallback, useState } from "react";
import { request } from "../api/client";
import type { Problem } from "../api/problem";
import { type EhrSearch, type EhrSearchAnswer, RECORD_TIMEOUT_MS } from "../api/record";
import { useCommand } from "../api/useCommand";
import { useTexts } from "../i18n/useText";
import { announce } from "../ui/announcer";
import { readSearch, type SearchDraft, type SearchProblems } from "./recordSearch.model";

/** A search of the record that somebody types and waits for. */
export interface RecordSearch {
  /** What is missing or wrong in what was typed. */
  readonly problems: SearchProblems;
  /** Why the record or the server did not answer. */
  readonly problem: Problem | undefined;
  readonly answer: EhrSearchAnswer | undefined;
  readonly isBusy: boolean;
  /** Somebody who searches often is asked why. */
  readonly needsReason: boolean;
  /** Something else was typed: what was said of it holds no longer. */
  readonly changed: () => void;
  readonly search: (draft: SearchDraft) => Promise<void>;
}

/** Searches a team's record; `today` is the day in the team's time zone. */
export function useRecordSearch(team: string, today: string): RecordSearch {
  const texts = useTexts();
  const [problems, setProblems] = useState<SearchProblems>({});
  const [answer, setAnswer] = useState<EhrSearchAnswer>();
  const [isAskedWhy, setAskedWhy] = useState(false);
  // What is searched goes in the body: nothing of a patient stands in an address.
  const send = useCallback(
    (_: string, body: EhrSearch) =>
      request<EhrSearchAnswer>(`/api/teams/${team}/ehr/search`, { method: "POST", body, timeoutMs: RECORD_TIMEOUT_MS }),
    [team],
  );
  const { perform, problem, forget, isBusy } = useCommand(send);
  const needsReason = isAskedWhy || problem?.code === "reason_required";
  const changed = () => {
    setProblems({});
    setAskedWhy(needsReason);
    forget();
  };
  const search = async (draft: SearchDraft) => {
    setAskedWhy(needsReason);
    const result = readSearch(draft, today, needsReason, texts);
    setProblems(result.ok ? {} : result.problems);
    if (!result.ok) return announce(Object.values(result.problems).join(" "), "urgent");
    setAnswer(undefined);
    setAnswer(await perform(result.search));
  };
  return { problems, problem, answer, isBusy, needsReason, changed, search };
}
