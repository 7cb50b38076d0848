import type { TextId } from "../generated/textIds";
import type { Chart, Issue, PartName, PartStatus } from "./chart.types";

export const PARTS: Record<PartName, TextId> = {
  patient: "record-part-patient",
  place: "record-part-place",
  vital_signs: "record-part-vital-signs",
  conditions: "record-part-conditions",
  allergies: "record-part-allergies",
  medications: "record-part-medications",
  coverage: "record-part-coverage",
};

export const REASONS: Record<Issue["kind"], TextId> = {
  other_patient: "issue-other-patient",
  unknown_patient: "issue-unknown-patient",
  unreadable_resource: "issue-unreadable-resource",
  unreadable_element: "issue-unreadable-element",
  entered_in_error: "issue-entered-in-error",
  unexpected_resource: "issue-unexpected-resource",
  truncated: "issue-truncated",
  server_said: "issue-server-said",
  no_answer: "issue-no-answer",
};

/**
 * Kinds of issue by which something may be missing that the record holds of this patient; the others are worth knowing. A part that gave no
 * answer at all says so itself.
 */
const LEAVE_OUT = new Set<Issue["kind"]>(["unknown_patient", "unreadable_resource", "unreadable_element"]);

export interface IssueSummary {
  /** How many things of this patient may be missing. */
  readonly leftOut: number;
  /** The record has more than was read. */
  readonly isTruncated: boolean;
  /** How many more there are to know of: errors of the record, other patients' resources, warnings. */
  readonly others: number;
}

/** How much was left out, in all or of one part. */
export function summaryOf(issues: readonly Issue[], part?: PartName): IssueSummary {
  const wanted = part === undefined ? issues : issues.filter((issue) => issue.part === part);
  const sum = (found: readonly Issue[]) => found.reduce((total, { count }) => total + count, 0);
  return {
    leftOut: sum(wanted.filter(({ kind }) => LEAVE_OUT.has(kind))),
    isTruncated: wanted.some(({ kind }) => kind === "truncated"),
    others: sum(wanted.filter(({ kind }) => !LEAVE_OUT.has(kind))),
  };
}

const NAMES = Object.keys(PARTS) as readonly PartName[];

/** The parts of which reading ended like this, in the order of the chart. */
export function partsWith(status: PartStatus, chart: Pick<Chart, PartName>): readonly PartName[] {
  return NAMES.filter((name) => chart[name].status === status);
}
