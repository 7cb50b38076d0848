import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { useCommand } from "../api/useCommand";
import { useText } from "../i18n/useText";
import { ModalDialog } from "./ModalDialog";
import { ProblemBar } from "./ProblemBar";

/** Characters of a name or label that the server takes. */
const MOST_CHARACTERS = 200;

interface NameDialogProps {
  readonly title: string;
  /** The name until now; empty where it is a new thing. */
  readonly name: string;
  readonly send: (id: string, name: string) => Promise<unknown>;
  /** The thing has its name. */
  readonly done: () => void;
  readonly close: () => void;
}

/** Asks for a name. */
export function NameDialog({ title, name, send, done, close }: NameDialogProps) {
  const text = useText();
  const [typed, setTyped] = useState(name);
  const { perform, problem, forget, isBusy } = useCommand<string, unknown>(send);
  const isEmpty = typed.trim() === "";
  const submit = async () => {
    if (isEmpty) return;
    if (typed.trim() === name || (await perform(typed.trim())) !== undefined) done();
  };
  return (
    <ModalDialog
      title={title}
      onClose={close}
      isTouched={typed !== name}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy || isEmpty}>
            {text("save")}
          </Button>
        </>
      }
    >
      <Field label={text("name")} required>
        <Input
          value={typed}
          maxLength={MOST_CHARACTERS}
          autoComplete="off"
          onChange={(_, { value }) => {
            setTyped(value);
            forget();
          }}
        />
      </Field>
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
