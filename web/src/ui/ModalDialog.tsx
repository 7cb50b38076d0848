import { Button, PortalMountNodeProvider, Subtitle1 } from "@fluentui/react-components";
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import type { TextId } from "../generated/textIds";
import { useText } from "../i18n/useText";
import { rememberFocus } from "./focus";
import styles from "./ModalDialog.module.css";

interface ModalDialogProps {
  readonly title: string;
  /** Escape, or the answer to the question that it asks. */
  readonly onClose: () => void;
  /** Whether something would be lost: Escape asks before it closes. */
  readonly isTouched?: boolean;
  /** What it asks then. */
  readonly question?: TextId;
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

interface DiscardQuestionProps {
  readonly question: TextId;
  readonly keep: () => void;
  readonly discard: () => void;
}

/** Stands in the place of the buttons until it is answered. */
function DiscardQuestion({ question, keep, discard }: DiscardQuestionProps) {
  const text = useText();
  const whole = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => whole.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus(), []);
  return (
    <div ref={whole} className={styles.actions}>
      <p role="alert" className={styles.question}>
        {text(question)}
      </p>
      <Button onClick={discard}>{text("discard")}</Button>
      <Button data-autofocus appearance="primary" onClick={keep}>
        {text("go-on-editing")}
      </Button>
    </div>
  );
}

/**
 * A dialog over the page: mount it to open it; when it goes, the focus returns to where it was. It is the browser's own dialog, which
 * makes the rest of the page inert by itself. The focus begins in the control marked `data-autofocus`, else in the first one.
 * Escape closes it, or asks first where something was typed; Escape again goes on editing.
 */
export function ModalDialog({
  title,
  onClose,
  isTouched = false,
  question = "discard-question",
  onSubmit,
  actions,
  children,
}: ModalDialogProps) {
  const [isAsking, setAsking] = useState(false);
  const before = useRef<Element | null>(null);
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
    if (!isAsking) onSubmit();
  };
  const goOn = () => {
    setAsking(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const leave = () => {
    if (isAsking) return goOn();
    if (!isTouched) return onClose();
    before.current = document.activeElement;
    setAsking(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={styles.dialog}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <form onSubmit={submit} noValidate className={styles.form}>
        <Subtitle1 as="h2" id={titleId} className={styles.title}>
          {title}
        </Subtitle1>
        <div className={styles.content}>
          <PortalMountNodeProvider value={portals ?? undefined}>{children}</PortalMountNodeProvider>
        </div>
        {isAsking ? (
          <DiscardQuestion question={question} keep={goOn} discard={onClose} />
        ) : (
          <div className={styles.actions}>{actions}</div>
        )}
      </form>
      <div ref={setPortals} />
    </dialog>
  );
}
