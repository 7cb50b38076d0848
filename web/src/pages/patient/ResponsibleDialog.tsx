import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { useTeamCommand } from "../../live/useTeamCommand";
import { PatientIdentity } from "../../patient/Identity";
import { ModalDialog } from "../../ui/ModalDialog";
import { ProblemBar } from "../../ui/ProblemBar";
import { usePatientContext } from "./PatientContext";
import styles from "./Protection.module.css";

/** An owner names everybody who is responsible for the patient. */
export function ResponsibleDialog({ close }: { readonly close: () => void }) {
  const text = useText();
  const { patient, live, loaded, read } = usePatientContext();
  const { fieldContext } = useCellContext();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(patient.responsible.map(({ user }) => user)));
  const { perform, problem, isBusy } = useTeamCommand(live, read);
  const toggle = (user: string) => {
    const next = new Set(chosen);
    if (!next.delete(user)) next.add(user);
    setChosen(next);
  };
  const save = async () => {
    if (await perform({ type: "set_responsible", patient: patient.id, users: [...chosen] })) close();
  };
  return (
    <ModalDialog
      title={text("responsible-title")}
      onClose={close}
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
      <PatientIdentity identity={patient.identity} today={fieldContext.today} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a second visible legend */}
      <div role="group" aria-label={text("responsible-title")} className={styles.checks}>
        {loaded.members
          .filter(({ role }) => role !== "guest")
          .map(({ user, name }) => (
            <Checkbox key={user} checked={chosen.has(user)} label={literal(name)} onChange={() => toggle(user)} />
          ))}
      </div>
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
