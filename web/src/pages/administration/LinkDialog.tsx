import { Button, Field, Input } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useText } from "../../i18n/useText";
import { announce } from "../../ui/announcer";
import { copyText } from "../../ui/copyText";
import { ModalDialog } from "../../ui/ModalDialog";

interface LinkDialogProps {
  /** The path on this server, with the token behind the #. */
  readonly path: string;
  /** Whom it is for. */
  readonly name: string;
  readonly close: () => void;
}

/** A one-time link, shown once, to be given to the person. */
export function LinkDialog({ path, name, close }: LinkDialogProps) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const link = `${location.origin}${path}`;
  const copy = () =>
    void copyText(link, field.current).then((didCopy) => {
      setCopied(didCopy);
      announce(text(didCopy ? "link-copied" : "link-not-copied"));
      setFailed(!didCopy);
    });
  return (
    <ModalDialog
      title={text("link-title", { name })}
      onClose={close}
      isTouched={!isCopied}
      question="link-not-copied-question"
      onSubmit={close}
      actions={
        <>
          <Button onClick={copy}>{text(isCopied ? "link-copied" : "copy-link")}</Button>
          <Button appearance="primary" type="submit">
            {text("close")}
          </Button>
        </>
      }
    >
      <p>{text("link-what")}</p>
      <Field label={text("link")} {...(hasFailed ? { validationMessage: text("link-not-copied") } : {})}>
        <Input input={{ ref: field }} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      </Field>
    </ModalDialog>
  );
}
