import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useCommand } from "../api/useCommand";
import { useText } from "../i18n/useText";
import { ModalDialog } from "./ModalDialog";
import { ProblemBar } from "./ProblemBar";

interface ConfirmDialogProps {
  readonly title: string;
  /** What it will do. */
  readonly what: ReactNode;
  /** The word on the button. */
  readonly action: string;
  /** Does it, under this command id; rejects with a `Problem`. */
  readonly send: (id: string) => Promise<unknown>;
  /** It was done. */
  readonly done: () => void;
  readonly close: () => void;
}

/** Asks before something that others would miss. */
export function ConfirmDialog({ title, what, action, send, done, close }: ConfirmDialogProps) {
  const text = useText();
  const { perform, problem, isBusy } = useCommand<string, unknown>(send);
  const submit = async () => {
    if ((await perform(action)) === undefined) return;
    done();
  };
  return (
    <ModalDialog
      title={title}
      onClose={close}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
            {action}
          </Button>
        </>
      }
    >
      <div>{what}</div>
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
