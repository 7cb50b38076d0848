import { Problem } from "./problem";

/** What a browser is to be asked, and what is to be sent with its answer. */
export interface PasskeyChallenge {
  readonly challenge: string;
  readonly options: unknown;
}

/** Whether this browser can be asked for passkeys at all: over plain HTTP from another machine none can. */
export function canUsePasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== "undefined" && typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function"
  );
}

/** The browser said no: somebody closed its question, or there is nothing that it could ask. */
function isRefusal(thrown: unknown): boolean {
  return thrown instanceof DOMException && (thrown.name === "NotAllowedError" || thrown.name === "AbortError");
}

/** Does what the browser does with passkeys; undefined where somebody closed its question. */
async function ask(perform: () => Promise<Credential | null>): Promise<unknown> {
  try {
    const credential = await perform();
    return credential instanceof PublicKeyCredential ? credential.toJSON() : undefined;
  } catch (thrown) {
    if (isRefusal(thrown)) return undefined;
    const isKnown = thrown instanceof DOMException && thrown.name === "InvalidStateError";
    throw new Problem(0, isKnown ? "passkey_known" : "passkey_failed");
  }
}

/** Has the browser make a passkey; undefined where somebody closed its question. */
export function createPasskey(options: unknown): Promise<unknown> {
  return ask(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON),
    }),
  );
}

/** Has the browser ask for a passkey; undefined where somebody closed its question. */
export function askPasskey(options: unknown): Promise<unknown> {
  return ask(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
    }),
  );
}
