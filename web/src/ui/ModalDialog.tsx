import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useEffect } from "react";
import { rememberFocus } from "./focus";
import styles from "./ModalDialog.module.css";

interface ModalDialogProps {
  readonly title: string;
  /** Closing by Escape; a dialog in which something was typed asks first, by not closing. */
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  /** The buttons, the submitting one with `type="submit"`. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** A dialog over the page: mount it to open it; when it goes, the focus returns to where it was. */
export function ModalDialog({ title, onClose, onSubmit, actions, children }: ModalDialogProps) {
  // The dialog opens from menus and from cells, which are no Fluent triggers: the focus is remembered here.
  useEffect(() => {
    const restore = rememberFocus();
    return () => void setTimeout(restore, 0);
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle as="h2">{title}</DialogTitle>
            <DialogContent className={styles.content}>{children}</DialogContent>
            <DialogActions>{actions}</DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
