import { makeStore, useStore } from "../app/store";
import styles from "./hidden.module.css";

interface Announcement {
  readonly text: string;
  /** Grows with each, so that the same words twice are spoken twice. */
  readonly count: number;
}

const polite = makeStore<Announcement>({ text: "", count: 0 });
const urgent = makeStore<Announcement>({ text: "", count: 0 });

/** Has a screen reader say something; `urgent` interrupts what it is saying. */
export function announce(text: string, how: "polite" | "urgent" = "polite") {
  const store = how === "urgent" ? urgent : polite;
  store.set({ text, count: store.get().count + 1 });
}

function Region({ store, live }: { readonly store: typeof polite; readonly live: "polite" | "assertive" }) {
  const { text, count } = useStore(store);
  return (
    <div className={styles.hidden} aria-live={live} aria-atomic="true">
      <span key={count}>{text}</span>
    </div>
  );
}

/** The live regions; one for the whole page. */
export function Announcer() {
  return (
    <>
      <Region store={polite} live="polite" />
      <Region store={urgent} live="assertive" />
    </>
  );
}
