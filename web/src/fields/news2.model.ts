import type { News2, News2Parameter, News2Risk } from "../chart/chart.types";
import type { Texts } from "../i18n/bundle";
import { type ChartWords, recordTime } from "./chart.model";

/** A score in words, as little as is safe to act on. */
export interface News2Words {
  /** `NEWS2 7`, or that it is incomplete or not scored. */
  readonly total: string;
  /** What it means, or why there is none. */
  readonly meaning: string | undefined;
  /** How it looks; never by colour alone. */
  readonly style: News2Risk | "none";
  /** What has 3 points by itself. */
  readonly single: string | undefined;
  /** The time of the oldest observation used. */
  readonly oldest: string | undefined;
  readonly notes: readonly string[];
}

const HOUR_MS = 3_600_000;

/** Whether a score is stale by now: the server said so, or nothing newer came since, because the record is away. */
export function isStaleBy(score: News2, staleAfterHours: number | undefined, nowMs: number): boolean {
  if (score.type !== "scored") return false;
  if (score.is_stale || staleAfterHours === undefined || score.oldest == null) return score.is_stale;
  return nowMs - new Date(score.oldest).getTime() > staleAfterHours * HOUR_MS;
}

const parameterWords = (parameters: readonly News2Parameter[], { text }: Texts) =>
  parameters.map((parameter) => text(`news2-parameter-${parameter}`)).join(", ");

const hyphened = <Name extends string>(name: Name) => name.replaceAll("_", "-") as Hyphened<Name>;
type Hyphened<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}-${Hyphened<Tail>}` : Name;

/** Words a score. */
export function news2Words(score: News2, words: ChartWords): News2Words {
  const { texts } = words;
  const { text } = texts;
  if (score.type === "not_scored") {
    return {
      total: text("news2-not-scored"),
      meaning: text(`news2-why-${hyphened(score.why)}`),
      style: "none",
      single: undefined,
      oldest: undefined,
      notes: [],
    };
  }
  const { total, components, oldest, ahead_of_now: ahead = [] } = score;
  const singles = components.filter(({ outcome }) => outcome.type === "points" && outcome.points === 3);
  const isComplete = total.type === "complete";
  const risk = isComplete ? total.risk : undefined;
  const isHigh = singles.length > 0 || risk === "high" || (!isComplete && total.is_high);
  return {
    total: isComplete
      ? text("news2-total", { total: total.total })
      : text("news2-incomplete", { least: total.at_least, present: total.present, of: total.of }),
    meaning: risk && text(`news2-risk-${hyphened(risk)}`),
    style: isHigh ? "high" : (risk ?? "none"),
    single:
      singles.length > 0
        ? text("news2-single-3", {
            what: parameterWords(
              singles.map(({ parameter }) => parameter),
              texts,
            ),
          })
        : undefined,
    oldest: oldest == null ? undefined : text("news2-oldest", { time: recordTime(oldest, words) }),
    notes: [
      text("news2-calculated-here"),
      ...(ahead.length > 0 ? [text("news2-ahead-of-now", { what: parameterWords(ahead, texts) })] : []),
    ],
  };
}

/** A score on one line. */
export function news2Line(score: News2, isStale: boolean, words: ChartWords): string {
  const { total, meaning, single, oldest, notes } = news2Words(score, words);
  const stale = isStale ? words.texts.text("news2-stale") : undefined;
  return [total, meaning, single, stale, oldest, ...notes].filter((part) => part !== undefined).join(", ");
}

/** The points by which scores are put in order; undefined where there are none. */
export function pointsOf(score: News2 | null | undefined): number | undefined {
  if (score?.type !== "scored") return undefined;
  return score.total.type === "complete" ? score.total.total : score.total.at_least;
}
