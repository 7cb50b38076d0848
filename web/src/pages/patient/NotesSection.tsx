import { Button, Field, Subtitle2, Textarea } from "@fluentui/react-components";
import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { useStore } from "../../app/store";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { Hidden } from "../../ui/Hidden";
import { Icon } from "../../ui/Icon";
import { NoteItem } from "./NoteItem";
import { noteDrafts } from "./noteDrafts";
import { shownNotes } from "./notes.model";
import styles from "./Patient.module.css";
import { isMergedAway, mayWrite, usePatientContext } from "./PatientContext";

/** The longest note that the server takes. */
const MOST_CHARACTERS = 10_000;

function NewNote() {
  const text = useText();
  const { patient, live } = usePatientContext();
  const drafts = noteDrafts(live);
  const [typed, setTyped] = useState(drafts.get(patient.id) ?? "");
  const type = (draft: string) => {
    setTyped(draft);
    if (draft === "") drafts.delete(patient.id);
    else drafts.set(patient.id, draft);
  };
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (typed.trim() === "") return;
    live.give({ type: "add_note", patient: patient.id, text: typed.trim() });
    type("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <form onSubmit={save} className={styles.newNote}>
      <Field label={text("new-note")}>
        <Textarea
          value={typed}
          resize="vertical"
          maxLength={MOST_CHARACTERS}
          onChange={(_, { value }) => type(value)}
          onKeyDown={onKeyDown}
          aria-keyshortcuts="Control+Enter"
        />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={typed.trim() === ""}>
        {text("add-note")}
      </Button>
    </form>
  );
}

/** What the team noted of the patient, newest first. */
export function NotesSection() {
  const text = useText();
  const titleId = useId();
  const { patient, live, loaded, open } = usePatientContext();
  const { notes, waiting, refused } = shownNotes(patient, useStore(live.outbox.state));
  const isEmpty = notes.length === 0 && waiting.length === 0;
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <Subtitle2 as="h2" id={titleId}>
        {text("notes")}
      </Subtitle2>
      {mayWrite(loaded) && !isMergedAway(patient) && <NewNote />}
      {refused.map((command) => (
        <p key={command} className={styles.refusedNote}>
          <Icon name="warning" /> {text("edit-refused")}{" "}
          <Button size="small" onClick={() => open({ kind: "decide", command })}>
            {text("decide")}
          </Button>
        </p>
      ))}
      {isEmpty && <p className={styles.empty}>{text("no-notes")}</p>}
      <ul className={styles.notes}>
        {waiting.toReversed().map(({ command, text: written }) => (
          <li key={command} className={styles.note}>
            <p className={styles.noteText}>
              <bdi>{literal(written)}</bdi>
            </p>
            <span className={styles.trace}>
              <Icon name="waiting" /> {text("not-sent-yet")}
            </span>
          </li>
        ))}
        {notes.map((each) => (
          <NoteItem key={each.note.id} {...each} />
        ))}
      </ul>
      <Hidden>{text("note-count", { count: notes.filter(({ note }) => !note.deleted).length })}</Hidden>
    </section>
  );
}
