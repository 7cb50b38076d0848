import { Button, Subtitle1 } from "@fluentui/react-components";
import type { ReactNode } from "react";
import styles from "./Message.module.css";

interface MessageProps {
  readonly title: string;
  readonly detail?: string;
  readonly action?: { readonly label: string; readonly perform: () => void };
  /** More ways on than one. */
  readonly children?: ReactNode;
}

/** In the place of content: what is so, and what to do next. */
export function Message({ title, detail, action, children }: MessageProps) {
  return (
    <div className={styles.message}>
      <Subtitle1 as="h1">{title}</Subtitle1>
      {detail !== undefined && <p className={styles.detail}>{detail}</p>}
      {action && (
        <Button appearance="primary" onClick={action.perform}>
          {action.label}
        </Button>
      )}
      {children}
    </div>
  );
}
