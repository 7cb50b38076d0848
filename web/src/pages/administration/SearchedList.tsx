import { Field, Input } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { useText } from "../../i18n/useText";
import styles from "../settings/Settings.module.css";
import { findBy } from "./search.model";

/** Above this many one looks for a name rather than down the list. */
const MOST_WITHOUT_SEARCH = 10;
/** More than this nobody reads: the rest is found by name. */
const MOST_SHOWN = 100;

interface SearchedListProps<T extends { readonly id: string }> {
  readonly items: readonly T[];
  /** Over the field to search with. */
  readonly label: string;
  /** What an item is found by. */
  readonly wordsOf: (item: T) => readonly string[];
  readonly children: (item: T) => ReactNode;
}

/** A list of which an organization may have thousands. */
export function SearchedList<T extends { readonly id: string }>(props: SearchedListProps<T>) {
  const { items, label, wordsOf, children } = props;
  const text = useText();
  const [sought, setSought] = useState("");
  const found = findBy(items, wordsOf, sought);
  const more = found.length - MOST_SHOWN;
  return (
    <>
      {items.length > MOST_WITHOUT_SEARCH && (
        <Field label={label}>
          <Input value={sought} autoComplete="off" onChange={(_, { value }) => setSought(value)} />
        </Field>
      )}
      {sought !== "" && found.length === 0 && <p className={styles.what}>{text("nothing-found")}</p>}
      <ul className={styles.items}>
        {found.slice(0, MOST_SHOWN).map((item) => (
          <li key={item.id} className={styles.line}>
            {children(item)}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.what}>{text("more-found", { count: more })}</p>}
    </>
  );
}
