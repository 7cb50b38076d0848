import { Button } from "@fluentui/react-components";
import { makeCommandId } from "../../api/commandId";
import { asProblem, problemText } from "../../api/problem";
import { literal } from "../../i18n/literal";
import { useTexts } from "../../i18n/useText";
import { UnseenMark } from "../../list/CellContent";
import { useRow } from "../../list/useRow";
import { Icon } from "../../ui/Icon";
import { notify } from "../../ui/notices";
import type { ShownNote } from "./notes.model";
import styles from "./Patient.module.css";
import { isMergedAway, mayWrite, usePatientContext } from "./PatientContext";
import { useTraceWords } from "./TraceWords";

/** Who wrote the note, who changed it, and how often. */
function NoteTrace({ note }: Pick<ShownNote, "note">) {
  const { text } = useTexts();
  const words = useTraceWords();
  const isChanged = note.versions > 1 || note.deleted;
  return (
    <span className={styles.trace}>
      {text("by-at", words(note.written))}
      {isChanged &&
        ` · ${text(note.deleted ? "note-deleted-by" : "note-changed-by", { ...words(note.changed), count: note.versions })}`}
      {note.merged && ` · ${text("merged-of-two-edits")}`}
    </span>
  );
}

function useNoteCommands({ note }: Pick<ShownNote, "note">) {
  const texts = useTexts();
  const { live } = usePatientContext();
  const give = async (type: "delete_note" | "restore_note") => {
    try {
      await live.command(makeCommandId(), { type, patient: note.patient, note: note.id });
      if (type === "delete_note") {
        const undo = { label: texts.text("undo"), perform: () => void give("restore_note") };
        notify("success", texts.text("note-deleted"), undo);
      }
    } catch (thrown) {
      notify("error", problemText(asProblem(thrown), texts));
    }
  };
  return { remove: () => void give("delete_note"), restore: () => void give("restore_note") };
}

/** A note with what can be done with it. */
export function NoteItem({ note, waiting, refused }: ShownNote) {
  const { text } = useTexts();
  const { live, list, loaded, patient, open } = usePatientContext();
  const row = useRow(patient.id);
  const { remove, restore } = useNoteCommands({ note });
  const unseen = row?.unseen.get(`note ${note.id}`);
  const canWrite = mayWrite(loaded) && !isMergedAway(patient);
  const see = () => {
    if (list && unseen) void live.see(list.id, unseen.thing);
  };
  return (
    <li className={unseen ? `${styles.note} ${styles.unseenNote}` : styles.note}>
      {note.deleted ? (
        <p className={styles.deletedNote}>{text("note-hidden")}</p>
      ) : (
        <p className={styles.noteText}>
          <bdi>{literal(waiting?.text ?? note.text)}</bdi>
        </p>
      )}
      {waiting && (
        <span className={styles.trace}>
          <Icon name="waiting" /> {text("not-sent-yet")}
        </span>
      )}
      <NoteTrace note={note} />
      {unseen && <UnseenMark unseen={unseen} label="unseen-change" />}
      <div className={styles.noteActions}>
        {refused !== undefined && (
          <Button size="small" onClick={() => open({ kind: "decide", command: refused })}>
            {text("decide")}
          </Button>
        )}
        {unseen && (
          <Button size="small" onClick={see}>
            {text("mark-as-seen")}
          </Button>
        )}
        {canWrite && !note.deleted && (
          <Button size="small" onClick={() => open({ kind: "edit-note", note: note.id })}>
            {text("edit")}
          </Button>
        )}
        <Button size="small" onClick={() => open({ kind: "note-history", note: note.id })}>
          {text("versions")}
        </Button>
        {canWrite && (
          <Button size="small" onClick={note.deleted ? restore : remove}>
            {text(note.deleted ? "restore" : "delete")}
          </Button>
        )}
      </div>
    </li>
  );
}
