import type { Identity } from "../api/types";
import { useTexts } from "../i18n/useText";
import { Icon } from "../ui/Icon";
import styles from "./CompareIdentities.module.css";
import { compareIdentities } from "./compare.model";

interface CompareIdentitiesProps {
  /** The team's. */
  readonly ours: Identity;
  /** The record's. */
  readonly record: Identity;
  readonly today: string;
}

function Words({ words }: { readonly words: readonly string[] }) {
  return words.map((each) => (
    <bdi key={each} className={styles.words}>
      {each}
    </bdi>
  ));
}

/** The team's and the record's identity side by side, part by part; what differs is marked by a symbol and a word. */
export function CompareIdentities({ ours, record, today }: CompareIdentitiesProps) {
  const texts = useTexts();
  const { text } = texts;
  const parts = compareIdentities(ours, record, today, texts);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {text("identities-differ", { count: parts.filter(({ differs }) => differs).length })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{text("identity-part")}</th>
          <th scope="col">{text("ours-team")}</th>
          <th scope="col">{text("theirs-record")}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ label, first, second, differs }) => (
          <tr key={label} data-differs={differs ? "" : undefined}>
            <th scope="row">
              {text(label)}
              {differs && (
                <span className={styles.differs}>
                  <Icon name="warning" /> {text("differs")}
                </span>
              )}
            </th>
            <td>
              <Words words={first} />
            </td>
            <td>
              <Words words={second} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
