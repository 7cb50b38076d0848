import { makeStore } from "../../app/store";
import type { OutboxSender } from "../outbox";
import type { Outbox } from "../outbox.model";
import { DeviceStore } from "./deviceStore";
import { broughtBack, type KeptOutbox, keptOf } from "./kept.model";

let opened: DeviceStore | undefined;

/** The device's store, opened when something is first to be kept. */
export function deviceStore(): DeviceStore {
  opened ??= new DeviceStore();
  return opened;
}

/** This page among all that the person has open. */
const PAGE = crypto.randomUUID?.() ?? "page";

const lockOf = (page: string) => `patients-unsent-${page}`;

/** Says to the person's other pages that this one is alive: what it keeps is its own to send. */
function holdLock(): void {
  void navigator.locks?.request(lockOf(PAGE), () => new Promise<never>(() => {}));
}

let isHeld = false;

/** Takes over what a page kept that is closed. Nobody else takes it at the same time. */
async function ifClosed(page: string, take: () => Promise<void>): Promise<void> {
  if (page === PAGE) return;
  await navigator.locks.request(lockOf(page), { ifAvailable: true }, async (lock) => {
    if (lock) await take();
  });
}

/** Keeps one team's outbox on the device as long as it lives, and brings back what closed pages kept. */
export class OutboxKeeper {
  /** Whether all that waits is on the device now. */
  readonly isKept = makeStore(true);
  readonly #store: DeviceStore;
  readonly #user: string;
  readonly #team: string;
  readonly #sender: OutboxSender;
  #written: Outbox | undefined;
  #isWriting = false;
  #isStopped = false;
  #unsubscribe = () => {};

  constructor(store: DeviceStore, user: string, team: string, sender: OutboxSender) {
    this.#store = store;
    this.#user = user;
    this.#team = team;
    this.#sender = sender;
  }

  start(): void {
    if (!isHeld) holdLock();
    isHeld = true;
    this.#unsubscribe = this.#sender.state.subscribe(() => this.#follow());
    void this.#bringBack();
    this.#follow();
  }

  /** Ends it: nothing is written any more. */
  stop(): void {
    this.#isStopped = true;
    this.#unsubscribe();
  }

  async #bringBack(): Promise<void> {
    if (!navigator.locks) return;
    for (const { page, content } of await this.#store.read(this.#user, this.#team)) {
      await ifClosed(page, async () => {
        if (this.#isStopped) return;
        this.#sender.bringBack(broughtBack(content as KeptOutbox));
        // It is this page's now, and written as such before it is forgotten as the other's.
        await this.#write();
        await this.#store.remove(this.#user, this.#team, page);
      });
    }
  }

  #follow(): void {
    if (this.#sender.state.get() === this.#written) return;
    this.isKept.set(keptOf(this.#sender.state.get()) === undefined);
    void this.#writeOn();
  }

  /** Writes until what is written is what there is. */
  async #writeOn(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (!this.#isStopped && this.#sender.state.get() !== this.#written) {
      if (!(await this.#write())) break;
    }
    this.#isWriting = false;
  }

  async #write(): Promise<boolean> {
    const state = this.#sender.state.get();
    const kept = keptOf(state);
    try {
      if (kept) await this.#store.write(this.#user, this.#team, PAGE, kept, Date.now());
      else await this.#store.remove(this.#user, this.#team, PAGE);
    } catch {
      // A full or forbidden storage: the page goes on warning before it is left.
      return false;
    }
    this.#written = state;
    this.isKept.set(this.#sender.state.get() === state || keptOf(this.#sender.state.get()) === undefined);
    return true;
  }
}
