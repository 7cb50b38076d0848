// Names for the shapes of the wire, which src/generated/api.ts has from the server's own document.

import type { components } from "../generated/api";

type Schemas = components["schemas"];

/** A day in the form `YYYY-MM-DD`; a birth date may be known only as `YYYY-MM` or `YYYY`. */
export type IsoDate = string;

export type Identity = Schemas["Identity"];
export type Identifier = Schemas["Identifier"];
export type Sex = Schemas["Sex"];
export type PatientStatus = Schemas["PatientStatus"];

export type Field = Schemas["Field"];
export type FieldType = Schemas["FieldTypeName"];
export type Color = Schemas["Color"];
/** An option as a command has it: a new one comes without id. */
export type TypedOption = Schemas["ChoiceOption"];
/** An option as a field has it. */
export type ChoiceOption = Required<Schemas["ChoiceOption"]>;

/** An item that was just typed has no id: the team gives it one. */
export type ChecklistItem = Omit<Schemas["ChecklistItem"], "id"> & Partial<Pick<Schemas["ChecklistItem"], "id">>;

/** What of the record's chart a column shows. */
export type ChartSource = Schemas["ChartSource"];
/** What such a column shows of a patient. */
export type ChartValue = Schemas["ChartValue"];
/** How fresh a list's columns of the record are. */
export type RecordState = Schemas["RecordState"];

/** A value as the wire has it: its shape follows from the field's type, and null is "not recorded". */
export type Value = Exclude<Schemas["Value"], readonly Schemas["ChecklistItem"][]> | readonly ChecklistItem[];

export type Me = Schemas["Me"];
export type SignInMethods = Schemas["SignInMethods"];
export type SessionState = Schemas["SessionState"];
export type MyFactors = Schemas["MyFactors"];
export type MyPasskey = Schemas["MyPasskey"];
export type MySession = Schemas["MySession"];
export type AuthenticatorSecret = Schemas["AuthenticatorSecret"];
export type MyTeam = Schemas["MyTeam"];
export type Role = Schemas["Role"];
export type Team = Schemas["NamedTeamView"];
export type ListHeader = Schemas["ListHeader"];
export type ListSnapshot = Schemas["ListView"];
export type Row = Schemas["RowView"];
export type RowPatient = Schemas["RowPatient"];
export type HighlightMark = Schemas["HighlightMark"];
export type Trace = Schemas["Trace"];
export type Unseen = Schemas["Unseen"];
export type MarkedThing = Schemas["MarkedThing"];
export type RowChange = Schemas["RowChange"];
export type LiveChange = Schemas["ListChange"];
/** The document cannot say that a snapshot is what `GET …/lists/{list}` answers; it is. */
export type ServerMessage =
  | Exclude<Schemas["ServerMessage"], { readonly opened: unknown }>
  | { readonly opened: Omit<Schemas["Opened"], "snapshot"> & { readonly snapshot?: ListSnapshot | null } };
export type ClientMessage = Schemas["ClientMessage"];
export type PresenceMessage = Schemas["PresenceView"];
export type Conflict = Schemas["Conflict"];
export type RejectionCode = Schemas["Rejection"]["code"];

export type TeamCommand = Schemas["TeamCommand"];
export type SetValue = Omit<Extract<TeamCommand, { readonly type: "set_value" }>, "value"> & { readonly value: Value };

/** The unit of a number field. */
export const unitOf = (field: Field): string | undefined => ("unit" in field ? (field.unit ?? undefined) : undefined);

/** The options of a choice field, in their order. */
export function optionsOf(field: Field): readonly ChoiceOption[] {
  if (!("options" in field)) return [];
  return field.options.map(({ id = 0, label, color = "neutral", archived = false }) => ({
    id,
    label,
    color,
    archived,
  }));
}
