import type { Identity } from "../api/types";
import styles from "./BothIdentities.module.css";
import { PatientIdentity } from "./Identity";

interface Side {
  /** Which of the two it is. */
  readonly label: string;
  readonly identity: Identity;
}

interface BothIdentitiesProps {
  readonly first: Side;
  readonly second: Side;
  readonly today: string;
}

/** Two identities side by side, to be compared before a decision. */
export function BothIdentities({ first, second, today }: BothIdentitiesProps) {
  return (
    <dl className={styles.both}>
      {[first, second].map(({ label, identity }) => (
        <div key={label} className={styles.side}>
          <dt>{label}</dt>
          <dd>
            <PatientIdentity identity={identity} today={today} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
