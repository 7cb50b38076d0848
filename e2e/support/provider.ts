import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocket } from "node:net";
import Provider, { type Configuration } from "oidc-provider";
import { type DemoServer, startDemo } from "./server";
import { test as base } from "./test";

const CLIENT = { id: "patients", secret: "a secret between the two servers" };

/** People as the provider knows them, by what they type there. */
const PEOPLE: Readonly<Record<string, { readonly name: string; readonly groups: readonly string[] }>> = {
  "tom-at-work": { name: "Tom", groups: ["night-nurses"] },
  stranger: { name: "Stranger", groups: [] },
};

/** A provider of OpenID Connect as hospitals run one: the npm package `oidc-provider`, with its own sign-in page. */
export type IdentityProvider = {
  readonly issuer: string;
  /** Signs with another key from now on, and publishes that one alone. */
  readonly rotateKeys: () => void;
  readonly stop: () => Promise<void>;
};

let keys = 0;

function newKey() {
  keys += 1;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: `key-${keys}`, alg: "RS256", use: "sig" };
}

/** On another site than the product: a browser sends no strict cookie from the one to the other. */
export async function startProvider(product: string): Promise<IdentityProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const configuration = (): Configuration => ({
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${product}/api/session/oidc/callback`],
        post_logout_redirect_uris: [`${product}/`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    jwks: { keys: [newKey()] } as NonNullable<Configuration["jwks"]>,
    cookies: { keys: ["a key of this test alone"] },
    pkce: { required: () => true },
    claims: { openid: ["sub"], profile: ["name"], groups: ["groups"] },
    scopes: ["openid", "profile", "groups"],
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...PEOPLE[id] }),
    }),
  });
  const handler = () => new Provider(issuer, configuration()).callback();
  let current = handler();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => void current(request, response));
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return {
    issuer,
    rotateKeys: () => {
      current = handler();
    },
    stop: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

function freePort(): Promise<number> {
  const socket = createSocket();
  return new Promise((done) => {
    socket.listen(0, "127.0.0.1", () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => done(port));
    });
  });
}

/** The test with a hospital whose people sign in with a provider of their own. */
export const test = base.extend<object, { provider: IdentityProvider; hospital: DemoServer }>({
  hospital: [
    async ({ provider }, use) => {
      const product = productOf.get(provider) ?? "";
      const server = await startDemo(`127.0.0.1:${new URL(product).port}`, [
        ...["--url", product],
        ...["--oidc-issuer", provider.issuer],
        ...["--oidc-client-id", CLIENT.id],
        ...["--oidc-client-secret", CLIENT.secret],
        ...["--oidc-name", "St Mary’s"],
        ...["--oidc-scope", "groups"],
        ...["--oidc-groups-claim", "groups"],
      ]);
      await use({ ...server, url: product });
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  provider: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
    async ({}, use) => {
      const product = `http://localhost:${await freePort()}`;
      const provider = await startProvider(product);
      productOf.set(provider, product);
      await use(provider);
      await provider.stop();
    },
    { scope: "worker" },
  ],
});

const productOf = new WeakMap<IdentityProvider, string>();
