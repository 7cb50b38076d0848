import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import styles from "./Account.module.css";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly close: () => void;
}

/** Recovery codes, which are shown only now. */
export function RecoveryCodes({ codes, close }: RecoveryCodesProps) {
  const text = useText();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.form}>
      <h3 ref={title} tabIndex={-1} className={styles.what}>
        {text("recovery-codes")}
      </h3>
      <p className={styles.what}>{text("recovery-codes-what")}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code className={styles.code}>{literal(code)}</code>
          </li>
        ))}
      </ul>
      <Button className={styles.fit ?? ""} appearance="primary" onClick={close}>
        {text("recovery-codes-kept")}
      </Button>
    </div>
  );
}
