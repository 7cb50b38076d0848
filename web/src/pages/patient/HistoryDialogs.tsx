import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Field, Value } from "../../api/types";
import { useRequest } from "../../api/useRequest";
import type { HistoryItem } from "../../api/wire";
import { FIELD_UIS } from "../../fields";
import type { TextId } from "../../generated/textIds";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { PatientIdentity } from "../../patient/Identity";
import { LoadedView } from "../../ui/LoadedView";
import { ModalDialog } from "../../ui/ModalDialog";
import styles from "./History.module.css";
import { HistoryLine } from "./HistoryLine";
import { type HowValue, versionsOfNote, versionsOfValue } from "./history.model";
import { usePatientContext } from "./PatientContext";
import { TraceWords } from "./TraceWords";

interface HistoryDialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: (items: readonly HistoryItem[]) => ReactNode;
}

/** Reads the patient's history, which is put on record as a look of its own, and shows what is asked of it. */
function HistoryDialog({ title, close, children }: HistoryDialogProps) {
  const text = useText();
  const { patient, team } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const loaded = useRequest<{ readonly items: readonly HistoryItem[] }>(
    `/api/teams/${team}/patients/${patient.id}/history`,
  );
  return (
    <ModalDialog
      title={title}
      onClose={close}
      onSubmit={close}
      actions={
        <Button appearance="primary" type="submit">
          {text("close")}
        </Button>
      }
    >
      <PatientIdentity identity={patient.identity} today={today} />
      <LoadedView loaded={loaded}>{({ items }) => children(items)}</LoadedView>
    </ModalDialog>
  );
}

/** A value in words; what is not recorded says so. */
export function ValueWords({ field, value }: { readonly field: Field; readonly value: Value }) {
  const text = useText();
  if (value === null) return <em>{text("not-recorded")}</em>;
  const { Show } = FIELD_UIS[field.type];
  return <Show field={field} value={value} />;
}

const HOW_TEXTS: Record<HowValue, TextId | undefined> = {
  came: "how-came",
  set: undefined,
  undone: "how-undone",
  "of-two-edits": "merged-of-two-edits",
  "of-merge": "how-of-merge",
};

/** Every version of one value: who, when, and from what to what. */
export function ValueHistoryDialog({ field, close }: { readonly field: Field; readonly close: () => void }) {
  const text = useText();
  return (
    <HistoryDialog title={text("history-of", { what: field.name })} close={close}>
      {(items) => {
        const versions = versionsOfValue(items, field.id);
        if (versions.length === 0) return <p>{text("no-history")}</p>;
        return (
          <ol className={styles.items}>
            {versions.map(({ trace, value, from, how }) => {
              const words = HOW_TEXTS[how];
              return (
                <li key={trace.sequence} className={styles.item}>
                  <TraceWords trace={trace} />
                  {words && <span className={styles.how}>{text(words)}</span>}
                  <dl className={styles.change}>
                    <dt>{text("value-from")}</dt>
                    <dd>
                      <ValueWords field={field} value={from} />
                    </dd>
                    <dt>{text("value-to")}</dt>
                    <dd>
                      <ValueWords field={field} value={value} />
                    </dd>
                  </dl>
                </li>
              );
            })}
          </ol>
        );
      }}
    </HistoryDialog>
  );
}

/** Every version of one note. */
export function NoteHistoryDialog({ note, close }: { readonly note: string; readonly close: () => void }) {
  const text = useText();
  return (
    <HistoryDialog title={text("versions-of-note")} close={close}>
      {(items) => (
        <ol className={styles.items}>
          {versionsOfNote(items, note).map(({ trace, text: written, operation }) => (
            <li key={trace.sequence} className={styles.item}>
              <TraceWords trace={trace} />
              {written === undefined ? (
                <em>{text(operation === "PatientNoteDelete" ? "note-was-deleted" : "note-was-restored")}</em>
              ) : (
                <p className={styles.text}>
                  <bdi>{literal(written)}</bdi>
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </HistoryDialog>
  );
}

/** Everything that was done on the patient. */
export function PatientHistoryDialog({ close }: { readonly close: () => void }) {
  const text = useText();
  return (
    <HistoryDialog title={text("patient-history")} close={close}>
      {(items) => (
        <ol className={styles.items}>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one command may do several things at one sequence; the list never changes
            <li key={index} className={styles.item}>
              <TraceWords trace={item} />
              <HistoryLine item={item} />
            </li>
          ))}
        </ol>
      )}
    </HistoryDialog>
  );
}
