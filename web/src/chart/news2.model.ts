import type { Texts } from "../i18n/bundle";
import { literal } from "../i18n/literal";
import type { News2Component, News2Missing } from "./chart.types";

/** Why a parameter has no points, in words. */
export function missingWords(why: News2Missing, texts: Texts): string {
  const { text } = texts;
  switch (why.type) {
    case "none_recorded":
      return text("score-missing-none-recorded");
    case "apart":
      return text("score-missing-apart");
    case "status_not_usable": {
      const status = why.status ?? "unknown";
      return text("score-missing-status", { status: texts.findText(`record-code-${status}`) ?? status });
    }
    case "ahead_of_now":
      return text("score-missing-ahead");
    case "no_time_of_day":
      return text("score-missing-no-time");
    case "no_value":
      return text("score-missing-no-value");
    case "not_measured":
      return text("score-missing-not-measured");
    case "bound":
      return text("score-missing-bound", { comparator: why.comparator });
    case "unit_not_understood":
      return why.unit == null ? text("score-missing-no-unit") : text("score-missing-unit", { unit: literal(why.unit) });
    case "impossible":
      return text("score-missing-impossible");
    case "unmapped":
      return text("score-missing-unmapped");
    case "needs_oxygen":
      return text("score-missing-needs-oxygen");
  }
}

/** What is to be seen of a parameter at once: its points, of which 3 stand out, or that it has none. */
export const pointsOf = ({ outcome }: News2Component): number | undefined =>
  outcome.type === "points" ? outcome.points : undefined;
