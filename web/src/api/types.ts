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
