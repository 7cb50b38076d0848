import type { Problem } from "../api/problem";
import type { DuplicateCandidate } from "../api/wire";

/** Patients of the team who may be the one that is being added. */
export interface Duplicates {
  readonly candidates: readonly DuplicateCandidate[];
  /** Another one, on a list that the reader does not see. */
  readonly isHidden: boolean;
}

/** The candidates of a refusal; undefined where it is about something else. */
export function parseDuplicates(problem: Problem | undefined): Duplicates | undefined {
  if (problem?.code !== "possible_duplicate") return undefined;
  const { patients, hidden } = problem.details;
  return { candidates: Array.isArray(patients) ? patients : [], isHidden: hidden === true };
}
