import styles from "./Icon.module.css";

/** The shapes, on a field of 16 × 16; drawn here since fonts of thin clients lack half of the symbols. */
const PATHS = {
  warning: "M8 1.5 15.2 14H.8L8 1.5Zm-.75 4.6.2 4h1.1l.2-4h-1.5Zm.75 5a.85.85 0 1 0 0 1.7.85.85 0 0 0 0-1.7Z",
  important: "M6.9 1.5h2.2l-.4 8.6H7.3L6.9 1.5ZM8 11.6a1.35 1.35 0 1 1 0 2.7 1.35 1.35 0 0 1 0-2.7Z",
  filter: "M1.5 2.5h13L9.8 8.2v5.3l-3.6-1.8V8.2L1.5 2.5Z",
  waiting: "M8 1.5 12.5 6H9.2v4.5H6.8V6H3.5L8 1.5ZM3 12.3h10v1.9H3v-1.9Z",
  changed: "M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z",
  editing: "M11.4 1.7 14.3 4.6 5.4 13.5 1.8 14.2 2.5 10.6 11.4 1.7Z",
  ascending: "M8 4.5 12.5 11.5H3.5L8 4.5Z",
  descending: "M8 11.5 3.5 4.5h9L8 11.5Z",
  before: "M4.5 8 11.5 3.5v9L4.5 8Z",
  after: "M11.5 8 4.5 12.5v-9L11.5 8Z",
  ticked: "M2 2h12v12H2V2Zm1.5 1.5v9h9v-9h-9Zm3.7 7.4L4.4 8.1l1-1 1.8 1.8 3.6-3.6 1 1-4.6 4.6Z",
  locked: "M5 7V5a3 3 0 0 1 6 0v2h1.5v7h-9V7H5Zm1.5 0h3V5a1.5 1.5 0 0 0-3 0v2Z",
  handle: "M5 2.5h2v2H5v-2Zm4 0h2v2H9v-2ZM5 7h2v2H5V7Zm4 0h2v2H9V7ZM5 11.5h2v2H5v-2Zm4 0h2v2H9v-2Z",
  record:
    "M3 1.5h7l3 3v10H3v-13Zm1.5 1.5v10h7V5.1L9.4 3H4.5Zm2.75 3.2h1.5v1.6h1.6v1.5h-1.6v1.6h-1.5V9.3H5.6V7.8h1.65V6.2Z",
  low: "M1.5 8h3.8v6H1.5V8Zm4.6 4.8h3.8V14H6.1v-1.2Zm4.6 0h3.8V14h-3.8v-1.2Z",
  medium: "M1.5 8h3.8v6H1.5V8Zm4.6-3h3.8v9H6.1V5Zm4.6 7.8h3.8V14h-3.8v-1.2Z",
  unticked: "M2 2h12v12H2V2Zm1.5 1.5v9h9v-9h-9Z",
} as const;

export type IconName = keyof typeof PATHS;

/** A symbol beside words that say the same; it says nothing by itself. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
