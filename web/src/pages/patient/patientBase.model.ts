import type { Field, LiveChange, Row, RowChange } from "../../api/types";
import type { NoteView, PatientView } from "../../api/wire";
import { isMasked } from "../../patient/masked.model";

/** What a live change makes of a patient: `reread` where it does not say enough. */
export type PatientAfter = PatientView | "reread";

function withNote(notes: readonly NoteView[], note: NoteView): readonly NoteView[] {
  const others = notes.filter(({ id }) => id !== note.id);
  return [...others, note].toSorted((a, b) => a.written.sequence - b.written.sequence);
}

/** Changes of a row that say less than the page shows. */
const REREAD: ReadonlySet<RowChange> = new Set(["merge", "link", "protection", "responsible"]);

/** What the change says of this patient, apart from the sequence. */
function changed(patient: PatientView, change: LiveChange, me: string): PatientAfter {
  switch (change.type) {
    case "value": {
      if (change.patient !== patient.id) return patient;
      const index = patient.values.findIndex(({ field }) => field === change.field);
      const { field, value, merged, sequence, by, at } = change;
      if (index === -1 || by == null) return "reread";
      const next = { field, value, changed: { sequence, by, at }, merged, undoable: by === me };
      return { ...patient, values: patient.values.with(index, next) };
    }
    case "note":
      return change.patient === patient.id ? { ...patient, notes: withNote(patient.notes, change.note) } : patient;
    case "row": {
      const { id, identity, status, highlights = [] } = change.row.patient;
      if (id !== patient.id) return patient;
      if (REREAD.has(change.what) || isMasked(change.row.patient)) return "reread";
      const lists = patient.lists.includes(change.list) ? patient.lists : [...patient.lists, change.list];
      return { ...patient, identity, status, highlights, lists };
    }
    case "row_removed":
      return change.patient === patient.id ? "reread" : patient;
    case "moved":
    case "list":
    case "reload":
    case "hidden":
      return patient;
  }
}

/** The patient after a change of a list they are on; changes that are already in it have no effect. */
export function afterLiveChange(patient: PatientView, change: LiveChange, me: string): PatientAfter {
  if (change.sequence <= patient.sequence) return patient;
  const next = changed(patient, change, me);
  return next === "reread" ? next : { ...next, sequence: change.sequence };
}

/** The fields that are in use, in the schema's order. */
export function fieldsInUse(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ archived }) => !archived);
}

/** The patient as a row of a list that shows all these fields. */
export function rowOfPatient(patient: PatientView, fields: readonly Field[]): Row {
  const values = new Map(patient.values.map((view) => [view.field, view]));
  return {
    patient: {
      id: patient.id,
      identity: patient.identity,
      status: patient.status,
      notes: patient.notes.filter(({ deleted }) => !deleted).length,
      highlights: patient.highlights,
      merged: patient.values.filter(({ merged }) => merged).map(({ field }) => field),
      ...(patient.ehr == null ? {} : { ehr: patient.ehr.proposed == null ? "linked" : "proposed" }),
    },
    values: fields.map(({ id }) => values.get(id)?.value ?? null),
  };
}
