import { Button } from "@fluentui/react-components";
import { problemText } from "../api/problem";
import type { Field, Value } from "../api/types";
import { FIELD_UIS } from "../fields";
import { literal } from "../i18n/literal";
import { authorName } from "../i18n/people";
import { isEditNote, isSetValue, type Refused } from "../live/outbox.model";
import { clinicalInstant } from "../patient/clinicalDate.model";
import { PatientIdentity } from "../patient/Identity";
import { ModalDialog } from "../ui/ModalDialog";
import styles from "./DecisionDialog.module.css";
import { useCellContext } from "./ListContext";

interface DecisionDialogProps {
  readonly refused: Refused;
  readonly timeZone: string;
  readonly close: () => void;
}

function ValueWords({ field, value }: { readonly field: Field | undefined; readonly value: Value }) {
  const { fieldContext } = useCellContext();
  if (value === null) return <em>{fieldContext.texts.text("not-recorded")}</em>;
  if (!field) return <bdi>{literal(typeof value === "string" ? value : JSON.stringify(value))}</bdi>;
  const { Show } = FIELD_UIS[field.type];
  return <Show field={field} value={value} />;
}

/** Who changed the value to what there is now, from the details of a conflict. */
function useConflict({ problem }: Refused, timeZone: string) {
  const { fieldContext } = useCellContext();
  const { theirs, by, at, revision } = problem.details;
  if (problem.code !== "conflict" || typeof revision !== "number") return undefined;
  const { texts, names } = fieldContext;
  return {
    theirs: (theirs ?? null) as Value,
    revision,
    who: authorName(typeof by === "string" ? by : "", names, texts),
    when: typeof at === "string" ? clinicalInstant(at, timeZone, texts.language) : "",
  };
}

/** What a refused command about a note would have said. */
function noteText({ command }: Refused): string | undefined {
  const isNote = command.type === "add_note" || command.type === "edit_note";
  return isNote && "text" in command && typeof command.text === "string" ? command.text : undefined;
}

/** An edit of mine that was not accepted: what I wrote, what is there, and a decision. */
export default function DecisionDialog({ refused, timeZone, close }: DecisionDialogProps) {
  const { live, store, fields, fieldContext } = useCellContext();
  const { text } = fieldContext.texts;
  const conflict = useConflict(refused, timeZone);
  const { command } = refused;
  const edit = isSetValue(command) ? command : undefined;
  const field = fields.find(({ id }) => id === edit?.field);
  const patient = "patient" in command && typeof command.patient === "string" ? command.patient : undefined;
  const row = patient === undefined ? undefined : store.find(patient);
  const note = noteText(refused);

  const discard = () => {
    live.outbox.reduce({ type: "decided", id: refused.id });
    close();
  };
  const takeMine = () => {
    if (edit) live.setValue(edit.patient, edit.field, edit.value, conflict?.revision ?? store.sequence);
    if (note !== undefined) {
      live.outbox.reduce({ type: "decided", id: refused.id });
      live.give(command, isEditNote(command) ? (conflict?.revision ?? store.sequence) : undefined);
    }
    close();
  };
  return (
    <ModalDialog
      title={text(conflict ? "conflict-title" : "refused-title")}
      onClose={close}
      onSubmit={discard}
      actions={
        <>
          <Button onClick={close}>{text("decide-later")}</Button>
          {(edit || note !== undefined) && <Button onClick={takeMine}>{text(conflict ? "use-mine" : "retry")}</Button>}
          <Button appearance="primary" type="submit">
            {text(conflict ? "keep-theirs" : "discard-mine")}
          </Button>
        </>
      }
    >
      {row && <PatientIdentity identity={row.patient.identity} today={fieldContext.today} />}
      {!conflict && <p className={styles.words}>{problemText(refused.problem, fieldContext.texts)}</p>}
      {(edit || note !== undefined) && (
        <dl className={styles.values}>
          {field && <dt className={styles.field}>{field.name}</dt>}
          {conflict && (
            <>
              <dt>{text("their-value", { who: conflict.who, when: conflict.when })}</dt>
              <dd>
                <ValueWords field={field} value={conflict.theirs} />
              </dd>
            </>
          )}
          <dt>{text("my-value")}</dt>
          <dd>
            <ValueWords field={field} value={edit?.value ?? note ?? null} />
          </dd>
        </dl>
      )}
    </ModalDialog>
  );
}
