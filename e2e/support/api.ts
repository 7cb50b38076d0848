import { randomBytes } from "node:crypto";

/** Who signs in: the two things that the server asks for. */
export type Credentials = { readonly user: string; readonly password: string };

/** A command as the interface sends it: its type and what belongs to it. */
export type Command = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What a command answers: where the team is, and the ids of what was made. */
export type Answer = {
  readonly sequence: number;
  readonly list?: string;
  readonly patient?: string;
  readonly field?: string;
  readonly note?: string;
  readonly team?: string;
  readonly user?: string;
};

/** What the server said instead of an answer. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(path: string, status: number, body: string) {
    super(`${path}: ${status} ${body}`);
    this.status = status;
    this.code = codeOf(body);
  }
}

function codeOf(body: string): string {
  try {
    return String((JSON.parse(body) as { code?: unknown }).code ?? "");
  } catch {
    return "";
  }
}

/** A command id: a UUID of version 7, as the interface makes them. */
export function commandId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Somebody who uses the product without a browser, as an integrator does: it prepares what a test looks at. */
export class Api {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(url: string, { user, password }: Credentials): Promise<Api> {
    const { token } = await call<{ token: string }>(`${url}/api/session`, undefined, { user, password });
    return new Api(url, token);
  }

  get<Body>(path: string): Promise<Body> {
    return call<Body>(`${this.#url}${path}`, this.#token, undefined);
  }

  post<Body>(path: string, body: unknown): Promise<Body> {
    return call<Body>(`${this.#url}${path}`, this.#token, body);
  }

  team(team: string, command: Command): Promise<Answer> {
    return this.#command(`/api/teams/${team}/commands`, command);
  }

  organization(command: Command): Promise<Answer> {
    return this.#command("/api/organization/commands", command);
  }

  #command(path: string, command: Command): Promise<Answer> {
    return call<Answer>(`${this.#url}${path}`, this.#token, { id: commandId(), command });
  }
}

async function call<Body>(url: string, token: string | undefined, body: unknown): Promise<Body> {
  const headers: Record<string, string> = {};
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  const response = await fetch(
    url,
    body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) },
  );
  const text = await response.text();
  if (!response.ok) throw new Refused(new URL(url).pathname, response.status, text);
  return JSON.parse(text) as Body;
}
