import { Button } from "@fluentui/react-components";
import styles from "./ActionBar.module.css";
import { Icon } from "./Icon";

interface ActionBarProps {
  readonly intent: "warning" | "error";
  readonly words: string;
  /** The word on the button. */
  readonly action: string;
  readonly perform: () => void;
}

/** Says above a page's content what waits for a person, and leads to it; on a phone the button stands below the words. */
export function ActionBar({ intent, words, action, perform }: ActionBarProps) {
  return (
    <div className={styles.bar} data-intent={intent}>
      <span className={styles.words}>
        <Icon name="warning" /> {words}
      </span>
      <Button onClick={perform}>{action}</Button>
    </div>
  );
}
