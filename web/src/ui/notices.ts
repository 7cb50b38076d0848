import { makeStore } from "../app/store";
import { announce } from "./announcer";

/** What a message is about; an error stays until it is dismissed. */
export type NoticeKind = "success" | "info" | "error";

export interface NoticeAction {
  readonly label: string;
  readonly perform: () => void;
}

export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly text: string;
  readonly action?: NoticeAction;
}

/** A success says itself and goes: long enough to read two lines (WCAG 2.2.1 does not apply, nothing is lost with it). */
export const NOTICE_MS = 8_000;
const MOST_SHOWN = 4;

export const notices = makeStore<readonly Notice[]>([]);
let lastId = 0;

/** Shows a message at the edge of the page and has it read out. Never put an unasked-for name of a patient into one. */
export function notify(kind: NoticeKind, text: string, action?: NoticeAction): void {
  lastId += 1;
  const notice: Notice = action ? { id: lastId, kind, text, action } : { id: lastId, kind, text };
  notices.set([...notices.get(), notice].slice(-MOST_SHOWN));
  announce(text, kind === "error" ? "urgent" : "polite");
}

export function dismissNotice(id: number): void {
  notices.set(notices.get().filter((notice) => notice.id !== id));
}
