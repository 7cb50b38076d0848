import type { Problem } from "../../api/problem";

/** A sign-in whose password was right, and which asks for more. */
export interface SecondStep {
  readonly challenge: string;
  /** A passkey does as well as a code. */
  readonly passkey: boolean;
}

/** The second step that a refusal asks for; undefined where it is another one. */
export function secondStepOf({ code, details }: Problem): SecondStep | undefined {
  const { challenge, factors } = details;
  if (code !== "second_factor_required" || typeof challenge !== "string") return undefined;
  return { challenge, passkey: Array.isArray(factors) && factors.includes("passkey") };
}
