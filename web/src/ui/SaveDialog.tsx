import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CommandRun } from "../api/useCommand";
import { useText } from "../i18n/useText";
import { ModalDialog } from "./ModalDialog";
import { ProblemBar } from "./ProblemBar";

interface SaveDialogProps {
  readonly title: string;
  /** Whether something was changed that is not saved. */
  readonly isTouched: boolean;
  readonly save: () => Promise<void>;
  /** The command that saving performs. */
  readonly run: Pick<CommandRun<never, unknown>, "problem" | "isBusy">;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A dialog in which something is changed, and saved as a whole. */
export function SaveDialog({ title, isTouched, save, run: { problem, isBusy }, close, children }: SaveDialogProps) {
  const text = useText();
  return (
    <ModalDialog
      title={title}
      onClose={close}
      isTouched={isTouched}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
            {text("save")}
          </Button>
        </>
      }
    >
      {children}
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
