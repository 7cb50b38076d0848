import type { EhrAuth, EhrConnection, EhrProbe } from "../../api/record";

type AuthType = EhrAuth["type"];
type Algorithm = NonNullable<Extract<EhrAuth, { type: "private_key_jwt" }>["algorithm"]>;

/** A connection while it is typed. */
export interface ConnectionDraft {
  readonly name: string;
  readonly url: string;
  readonly auth: AuthType;
  readonly clientId: string;
  readonly secret: string;
  readonly scope: string;
  readonly algorithm: Algorithm;
}

export const ALGORITHMS: readonly Algorithm[] = ["ES384", "RS384"];

/** Where the form begins: with the connection that stands, never with its secret. */
export function connectionDraft(connection: EhrConnection | undefined): ConnectionDraft {
  const auth = connection?.auth ?? { type: "none" };
  return {
    name: connection?.name ?? "",
    url: connection?.url ?? "",
    auth: auth.type,
    clientId: auth.type === "none" ? "" : auth.client_id,
    secret: "",
    scope: auth.type === "none" ? "" : (auth.scope ?? ""),
    algorithm: auth.type === "private_key_jwt" ? (auth.algorithm ?? "ES384") : "ES384",
  };
}

/** Whether an empty secret keeps the one that is set: it goes only to the address and as the client that it was given for. */
export function keepsSecret(draft: ConnectionDraft, connection: EhrConnection | undefined): boolean {
  const auth = connection?.auth;
  return (
    auth?.type === "client_credentials" &&
    connection?.url === draft.url.trim() &&
    auth.client_id === draft.clientId.trim()
  );
}

/** The parts without which there is nothing to look at. */
export type MissingPart = "name" | "url" | "clientId" | "secret";

export function missingParts(draft: ConnectionDraft, connection: EhrConnection | undefined): ReadonlySet<MissingPart> {
  const needed: MissingPart[] = ["name", "url"];
  if (draft.auth !== "none") needed.push("clientId");
  if (draft.auth === "client_credentials" && !keepsSecret(draft, connection)) needed.push("secret");
  return new Set(needed.filter((part) => draft[part].trim() === ""));
}

function authOf({ auth, clientId, secret, scope, algorithm }: ConnectionDraft): EhrAuth {
  const client = { client_id: clientId.trim(), ...(scope.trim() === "" ? {} : { scope: scope.trim() }) };
  if (auth === "none") return { type: auth };
  if (auth === "private_key_jwt") return { type: auth, ...client, algorithm };
  return { type: auth, ...client, ...(secret === "" ? {} : { client_secret: secret }) };
}

/** What is asked of a record before it is connected. */
export function probeOf(draft: ConnectionDraft): EhrProbe {
  return { url: draft.url.trim(), auth: authOf(draft) };
}
