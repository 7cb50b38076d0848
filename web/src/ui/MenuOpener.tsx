import { Button } from "@fluentui/react-components";
import { type ReactNode, Suspense, useState } from "react";
import { literal } from "../i18n/literal";
import { Hidden } from "./Hidden";

interface MenuOpenerProps {
  readonly label: string;
  /** What the menu is about, for who does not see where the button stands. */
  readonly of?: string;
  readonly size?: "small" | "medium";
  /** The menu, loaded when it is first opened. */
  readonly children: (target: HTMLElement, close: () => void) => ReactNode;
}

/** A button that opens a menu; when the menu goes, the button has the focus again. */
export function MenuOpener({ label, of, size = "medium", children }: MenuOpenerProps) {
  const [target, setTarget] = useState<HTMLElement>();
  const close = () => {
    target?.focus();
    setTarget(undefined);
  };
  return (
    <>
      <Button
        size={size}
        aria-haspopup="menu"
        aria-expanded={target !== undefined}
        onClick={(event) => setTarget(event.currentTarget as HTMLElement)}
      >
        {label}
        {of !== undefined && <Hidden> {literal(of)}</Hidden>}
      </Button>
      {target && <Suspense>{children(target, close)}</Suspense>}
    </>
  );
}
