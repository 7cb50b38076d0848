import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../i18n/useText";
import { PatientIdentity } from "../patient/Identity";
import { ModalDialog } from "../ui/ModalDialog";
import { type CellTarget, performCommand } from "./cellActions";
import { useCellContext } from "./ListContext";

interface HighlightDialogProps {
  readonly target: CellTarget;
  readonly close: () => void;
}

/** Asks why a value or patient must not be missed. */
export default function HighlightDialog({ target, close }: HighlightDialogProps) {
  const text = useText();
  const context = useCellContext();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { row, field } = target;
  const submit = () => {
    if (reason.trim() === "") {
      setMissing(true);
      return;
    }
    const ofField = field ? { field: field.id } : {};
    void performCommand(context, { type: "highlight", patient: row.patient.id, ...ofField, reason: reason.trim() });
    close();
  };
  return (
    <ModalDialog
      title={field ? text("highlight-value-title", { field: field.name }) : text("highlight-patient-title")}
      onClose={close}
      isTouched={reason !== ""}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit">
            {text("highlight-apply")}
          </Button>
        </>
      }
    >
      <PatientIdentity identity={row.patient.identity} today={context.fieldContext.today} />
      <Field
        label={text("highlight-reason")}
        required
        {...(isMissing ? { validationMessage: text("highlight-reason-needed") } : {})}
      >
        <Textarea value={reason} maxLength={10_000} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </ModalDialog>
  );
}
