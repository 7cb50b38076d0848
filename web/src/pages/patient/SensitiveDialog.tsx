import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { useTeamCommand } from "../../live/useTeamCommand";
import { PatientIdentity } from "../../patient/Identity";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import { usePatientContext } from "./PatientContext";

/** Protects the patient from those who are not responsible for her, or no longer; it takes a reason either way. */
export function SensitiveDialog({ close }: { readonly close: () => void }) {
  const text = useText();
  const { patient, live, read } = usePatientContext();
  const { me, fieldContext } = useCellContext();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { perform, problem, isBusy } = useTeamCommand(live, read);
  // What is asked stays so while the answer comes in.
  const [isProtected] = useState(patient.sensitive != null);
  const isMine = patient.responsible.some(({ user }) => user === me);
  const what = isProtected ? "protect-no-more-what" : isMine ? "protect-what" : "protect-what-without-me";
  const submit = async () => {
    setMissing(reason.trim() === "");
    if (reason.trim() === "") return;
    const command = { patient: patient.id, sensitive: !isProtected, reason: reason.trim() };
    if (await perform({ type: "set_sensitive", ...command })) close();
  };
  return (
    <ModalDialog
      title={text(isProtected ? "protect-no-more-title" : "protect-title")}
      onClose={() => reason === "" && close()}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
            {text(isProtected ? "protect-no-more-do" : "protect-do")}
          </Button>
        </>
      }
    >
      <PatientIdentity identity={patient.identity} today={fieldContext.today} />
      <p>{text(what)}</p>
      <Field label={text("reason")} required {...(isMissing ? { validationMessage: text("reason-needed") } : {})}>
        <Textarea value={reason} maxLength={1_000} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
