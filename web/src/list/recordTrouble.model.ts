import { Problem, problemText } from "../api/problem";
import type { RecordState } from "../api/types";
import type { Texts } from "../i18n/bundle";

/** What is wrong with the record, and that what was known stays; undefined where nothing is. */
export function recordTrouble({ problem, failed }: RecordState, texts: Texts): string | undefined {
  const parts = [
    problem ? problemText(new Problem(0, `ehr_${problem.code}`, { ...problem }), texts) : undefined,
    failed > 0 ? texts.text("record-failed", { count: failed }) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? [...parts, texts.text("record-last-known-stays")].join(" ") : undefined;
}
