import { Button, Field, Input } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useText } from "../../i18n/useText";
import { announce } from "../../ui/announcer";
import { copyText } from "../../ui/copyText";
import { ModalDialog } from "../../ui/ModalDialog";

interface ProvisioningTokenDialogProps {
  /** The token itself. */
  readonly token: string;
  /** What it is for. */
  readonly name: string;
  readonly close: () => void;
}

/** A token for the directory, shown once. */
export function ProvisioningTokenDialog({ token, name, close }: ProvisioningTokenDialogProps) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const copy = () =>
    void copyText(token, field.current).then((didCopy) => {
      setCopied(didCopy);
      announce(text(didCopy ? "provisioning-copied" : "link-not-copied"));
      setFailed(!didCopy);
    });
  return (
    <ModalDialog
      title={text("provisioning-made", { name })}
      onClose={() => isCopied && close()}
      onSubmit={close}
      actions={
        <>
          <Button onClick={copy}>{text(isCopied ? "provisioning-copied" : "provisioning-copy")}</Button>
          <Button appearance="primary" type="submit">
            {text("close")}
          </Button>
        </>
      }
    >
      <p>{text("provisioning-shown-once")}</p>
      <Field label={text("provisioning-token")} {...(hasFailed ? { validationMessage: text("link-not-copied") } : {})}>
        <Input input={{ ref: field }} value={token} readOnly onFocus={(event) => event.currentTarget.select()} />
      </Field>
    </ModalDialog>
  );
}
