import { SESSION_LOCKED } from "../app/lockState";
import type { Texts } from "../i18n/bundle";

/** Why a request had no effect: a problem detail (RFC 9457), or what kept us from getting an answer. */
export class Problem extends Error {
  override readonly name = "Problem";
  /** The HTTP status, 0 where no answer came. */
  readonly status: number;
  /** The stable code, which the interface words. */
  readonly code: string;
  /** The parameters of the code, as the server sent them. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, details: Record<string, unknown> = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** Whether asking the same again later may work: no answer came, the server says it cannot now, or the screen is locked. */
  get isTransient(): boolean {
    return (
      this.code === SESSION_LOCKED ||
      this.status === 0 ||
      this.status === 408 ||
      this.status === 429 ||
      this.status >= 500
    );
  }
}

/** No answer came: the connection is down, or the server did not answer in time. */
export const NO_CONNECTION = "no_connection";
const UNEXPECTED = "unexpected";

/** Reads the answer that is not a success. */
export async function problemOf(response: Response): Promise<Problem> {
  try {
    const details: unknown = await response.json();
    if (details && typeof details === "object" && "code" in details && typeof details.code === "string") {
      return new Problem(response.status, details.code, details as Record<string, unknown>);
    }
  } catch {
    // A proxy's page, or nothing: the status is all there is.
  }
  return new Problem(response.status, response.status === 401 ? "not_signed_in" : UNEXPECTED);
}

/** Any thrown thing as a problem. */
export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem(0, UNEXPECTED);
}

const textIdPart = (name: string) => name.replace(/[_.]/g, "-");

/** Words a problem in the reader's language, with its parameters. */
export function problemText(problem: Problem, texts: Texts): string {
  const values: Record<string, string | number> = { status: problem.status };
  for (const [name, value] of Object.entries(problem.details)) {
    if (typeof value === "number") values[name] = value;
    // A part of a command (`family`, `option.label`) has a name in both languages.
    if (typeof value === "string") values[name] = texts.findText(`part-${textIdPart(value)}`) ?? value;
  }
  return (
    texts.findText(`error-${textIdPart(problem.code)}`, values) ??
    texts.text("error-unexpected", { status: problem.status })
  );
}
