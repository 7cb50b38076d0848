// The shapes of the wire, as design.md has them.

/** A day in the form `YYYY-MM-DD`; a birth date may be known only as `YYYY-MM` or `YYYY`. */
export type IsoDate = string;

export type Sex = "female" | "male" | "other" | "unknown";

export interface Identifier {
  /** HL7 v2 table 0203: `MR` is the medical record number, `NI` and `NH` are national numbers. */
  readonly type: string;
  readonly system?: string;
  readonly value: string;
}

export interface Identity {
  readonly family?: string;
  readonly given?: string;
  readonly prefix?: string;
  readonly sex?: Sex;
  readonly birth_date?: IsoDate;
  readonly identifiers?: readonly Identifier[];
}

export type Color = "neutral" | "red" | "orange" | "yellow" | "green" | "blue" | "purple" | "grey";

export interface ChoiceOption {
  readonly id: number;
  readonly label: string;
  readonly color: Color;
  readonly archived: boolean;
}

export interface ChecklistItem {
  /** Absent for an item that was just typed: the team gives the id. */
  readonly id?: string;
  readonly text: string;
  readonly done: boolean;
}

export type FieldType =
  | "short_text"
  | "long_text"
  | "number"
  | "choice"
  | "choices"
  | "checkbox"
  | "date"
  | "date_time"
  | "member"
  | "place"
  | "checklist";

export interface Field {
  readonly id: string;
  readonly name: string;
  readonly type: FieldType;
  readonly unit?: string;
  readonly options?: readonly ChoiceOption[];
  readonly locked: boolean;
  readonly archived: boolean;
}

/** A value as the wire has it: its shape follows from the field's type, and null is "not recorded". */
export type Value = null | string | boolean | number | readonly number[] | readonly ChecklistItem[];

/** Who did something, when (RFC 3339), and at which sequence of the team. */
export interface Trace {
  readonly sequence: number;
  readonly by: string;
  readonly at: string;
}

export interface HighlightMark extends Trace {
  /** Absent where the patient is meant. */
  readonly field?: string;
  readonly reason: string;
}

export type PatientStatus = "expected" | "present" | "discharged" | "transferred" | "deceased";

export interface RowPatient {
  readonly id: string;
  readonly identity: Identity;
  readonly status: PatientStatus;
  readonly notes: number;
  readonly highlights?: readonly HighlightMark[];
  /** Fields whose text became of two edits. */
  readonly merged?: readonly string[];
}

/** A row of a list; its values stand in the order of the list's fields. */
export interface Row {
  readonly patient: RowPatient;
  readonly values: readonly Value[];
}

/** A list as it is opened. */
export interface ListSnapshot {
  readonly sequence: number;
  readonly version: number;
  readonly list: ListHeader;
  readonly fields: readonly Field[];
  readonly rows: readonly Row[];
}

export type Role = "owner" | "member" | "guest";

export interface Member {
  readonly user: string;
  readonly name: string;
  readonly role: Role;
}

export interface ListHeader {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly default: boolean;
  readonly order: "place" | "manual";
  readonly columns: readonly string[];
  readonly members: readonly string[] | null;
  readonly patients: number;
}

export interface Team {
  readonly schema: { readonly fields: readonly Field[]; readonly place: string | null };
  readonly lists: readonly ListHeader[];
  readonly members: readonly Member[];
  readonly former_members: readonly Pick<Member, "user" | "name">[];
  readonly mode: "manual" | null;
  readonly role: Role;
  readonly time_zone: string;
  readonly sequence: number;
}

/** A note as the server has it. */
export interface NoteView {
  readonly id: string;
  /** The record it was written on: another one, where that was merged into this. */
  readonly patient: string;
  /** Empty where the note was deleted. */
  readonly text: string;
  readonly written: Trace;
  readonly changed: Trace;
  readonly versions: number;
  /** The text became of two edits. */
  readonly merged: boolean;
  readonly deleted: boolean;
}

export type RowChange = "added" | "identity" | "status" | "highlight" | "merge";

/** A thing that can be marked as changed since one looked. */
export type MarkedThing =
  | { readonly type: "value"; readonly patient: string; readonly field: string }
  | { readonly type: "note"; readonly patient: string; readonly note: string }
  | { readonly type: "identity" | "status" | "added" | "removed"; readonly patient: string };

/** Something that somebody else changed since one looked. */
export interface Unseen {
  readonly thing: MarkedThing;
  readonly changed: Trace;
}

/** What one change does to an open list. */
export type Change =
  | {
      readonly type: "value";
      readonly patient: string;
      readonly field: string;
      readonly value: Value;
      readonly merged: boolean;
    }
  | { readonly type: "row"; readonly row: Row; readonly what: RowChange; readonly after: string | null }
  | { readonly type: "row_removed"; readonly patient: string }
  | { readonly type: "moved"; readonly patient: string; readonly after: string | null }
  | { readonly type: "note"; readonly patient: string; readonly note: NoteView; readonly notes: number }
  | { readonly type: "list"; readonly header: ListHeader }
  | { readonly type: "reload" };

/** A change of a list as the live connection brings it. */
export type LiveChange = Change &
  Trace & {
    readonly list: string;
    readonly version: number;
    /** The id of the command that caused it. */
    readonly command?: string;
  };

/** Sets a value, or clears it with null. */
export interface SetValue {
  readonly type: "set_value";
  readonly patient: string;
  readonly field: string;
  readonly value: Value;
  readonly based_on: number;
}
