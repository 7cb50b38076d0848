import { PortalMountNodeProvider, Subtitle1 } from "@fluentui/react-components";
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { rememberFocus } from "./focus";
import styles from "./ModalDialog.module.css";

interface ModalDialogProps {
  readonly title: string;
  /** Escape: a dialog in which something was typed does not close by it. */
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  /** The buttons, the submitting one with `type="submit"`. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

function focusFirst(dialog: HTMLElement | null): void {
  const first =
    dialog?.querySelector<HTMLElement>("[data-autofocus]") ??
    dialog?.querySelector<HTMLElement>("input, textarea, select") ??
    dialog?.querySelector<HTMLElement>("button");
  first?.focus();
}

/**
 * A dialog over the page: mount it to open it; when it goes, the focus returns to where it was. It is the browser's own dialog, which
 * makes the rest of the page inert by itself. The focus begins in the control marked `data-autofocus`, else in the first one.
 */
export function ModalDialog({ title, onClose, onSubmit, actions, children }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Menus and lists of a control inside would otherwise open behind the dialog.
  const [portals, setPortals] = useState<HTMLDivElement | null>(null);

  useLayoutEffect(() => {
    const restore = rememberFocus();
    const element = dialog.current;
    element?.showModal();
    focusFirst(element);
    return () => {
      element?.close();
      restore();
    };
  }, []);

  // What had the focus may have gone with a step of the dialog: it goes on inside.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) focusFirst(dialog.current);
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={styles.dialog}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form onSubmit={submit} noValidate className={styles.form}>
        <Subtitle1 as="h2" id={titleId} className={styles.title}>
          {title}
        </Subtitle1>
        <div className={styles.content}>
          <PortalMountNodeProvider value={portals ?? undefined}>{children}</PortalMountNodeProvider>
        </div>
        <div className={styles.actions}>{actions}</div>
      </form>
      <div ref={setPortals} />
    </dialog>
  );
}
