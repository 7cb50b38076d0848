import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** Where edits that were not sent yet are kept on the device, where the person's policy allows it: encrypted, by user, team and page. */
interface Schema extends DBSchema {
  /** A key of each user that no script can read out. */
  keys: { key: string; value: CryptoKey };
  /** What waits on one page, by `user team page`. */
  outboxes: { key: string; value: Sealed };
}

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
}

/** What a page kept. */
export interface Kept {
  readonly page: string;
  readonly content: unknown;
}

/** The server forgets command ids after seven days: what is older cannot be sent any more. */
const FORGOTTEN_MS = 7 * 24 * 60 * 60 * 1000;

/** Whether this browser can keep anything: encryption is there over HTTPS and on the own machine only. */
export const canKeep = () => typeof indexedDB !== "undefined" && globalThis.crypto?.subtle !== undefined;

const NAME = "patients-unsent";

/** Whether anything was ever kept here: looking for it shall not make a database. */
export async function wasAnythingKept(): Promise<boolean> {
  // Where the browser cannot say, it is opened to be sure.
  const databases = await indexedDB.databases?.();
  return databases?.some(({ name }) => name === NAME) ?? true;
}

export class DeviceStore {
  readonly #database: Promise<IDBPDatabase<Schema>>;

  constructor() {
    this.#database = openDB<Schema>(NAME, 1, {
      upgrade(database) {
        database.createObjectStore("keys");
        database.createObjectStore("outboxes");
      },
    });
  }

  async write(user: string, team: string, page: string, content: unknown, nowMs: number): Promise<void> {
    const database = await this.#database;
    const key = await this.#key(user);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const id = idOf(user, team, page);
    const plain = new TextEncoder().encode(JSON.stringify(content));
    // The id is authenticated: what waits in one team cannot be put into another.
    const data = await crypto.subtle.encrypt(algorithm(iv, id), key, plain);
    await database.put("outboxes", { iv, data, writtenAt: nowMs }, id);
  }

  async remove(user: string, team: string, page: string): Promise<void> {
    await (await this.#database).delete("outboxes", idOf(user, team, page));
  }

  /** What the pages of a user kept for a team. What cannot be read any more is none. */
  async read(user: string, team: string): Promise<readonly Kept[]> {
    const database = await this.#database;
    const key = await database.get("keys", user);
    if (!key) return [];
    const kept: Kept[] = [];
    for (const id of await this.#idsOf(`${user} ${team} `)) {
      const sealed = await database.get("outboxes", id);
      const content = sealed && (await open(key, sealed, id));
      if (content !== undefined) kept.push({ page: id.split(" ")[2] ?? "", content });
    }
    return kept;
  }

  /** The teams for which something of a user waits. */
  async teams(user: string): Promise<readonly string[]> {
    const ids = await this.#idsOf(`${user} `);
    return [...new Set(ids.map((id) => id.split(" ")[1] ?? ""))];
  }

  /** Forgets all of a user, the key first: without it nothing can be read. */
  async erase(user: string): Promise<void> {
    const database = await this.#database;
    await database.delete("keys", user);
    for (const id of await this.#idsOf(`${user} `)) await database.delete("outboxes", id);
  }

  /** Forgets what can no longer be sent, whoever's it is. */
  async sweep(nowMs: number): Promise<void> {
    const database = await this.#database;
    for (const id of await database.getAllKeys("outboxes")) {
      const sealed = await database.get("outboxes", id);
      if (sealed && nowMs - sealed.writtenAt > FORGOTTEN_MS) await database.delete("outboxes", id);
    }
  }

  async #idsOf(prefix: string): Promise<readonly string[]> {
    const database = await this.#database;
    return await database.getAllKeys("outboxes", IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  }

  async #key(user: string): Promise<CryptoKey> {
    const database = await this.#database;
    const known = await database.get("keys", user);
    if (known) return known;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    const transaction = database.transaction("keys", "readwrite");
    // Another page may have made one meanwhile.
    const other = await transaction.store.get(user);
    if (!other) await transaction.store.put(made, user);
    await transaction.done;
    return other ?? made;
  }
}

const idOf = (user: string, team: string, page: string) => `${user} ${team} ${page}`;

const algorithm = (iv: Uint8Array<ArrayBuffer>, id: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(id),
});

async function open(key: CryptoKey, { iv, data }: Sealed, id: string): Promise<unknown> {
  try {
    const plain = await crypto.subtle.decrypt(algorithm(iv, id), key, data);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}
