import type { components } from "./generated";
import type { HighlightMark, Identity, NoteView, PatientStatus, Role, Trace, Value } from "./types";

// Shapes of the server that only single pages need: taken from its OpenAPI document.

type Schemas = components["schemas"];

/** Any command to a team. */
export type TeamCommand = Schemas["TeamCommand"];
/** What a command to a team did. */
export type CommandAnswer = Schemas["CommandAnswer"];
/** Any command to the organization. */
export type OrganizationCommand = Schemas["OrganizationCommand"];
export type OrganizationAnswer = Schemas["OrganizationCommandAnswer"];

/** A value with its last change. */
export interface ValueView {
  readonly field: string;
  readonly value: Value;
  /** Null where there never was a value. */
  readonly changed: Trace | null;
  readonly merged: boolean;
  readonly undoable: boolean;
}

/** A record that was merged into another. */
export interface MergedView {
  readonly id: string;
  readonly identity: Identity;
}

/** One patient, whole. */
export interface PatientView {
  readonly id: string;
  readonly identity: Identity;
  readonly status: PatientStatus;
  readonly highlights: readonly HighlightMark[];
  readonly values: readonly ValueView[];
  readonly notes: readonly NoteView[];
  /** Those that the reader sees. */
  readonly lists: readonly string[];
  readonly merged: readonly MergedView[];
  readonly merged_into: string | null;
  readonly sequence: number;
}

/** One change of a patient. */
export type HistoryItem = Trace & Schemas["Detail"] & { readonly operation: Schemas["Operation"] };

export type DirectoryEntry = Schemas["DirectoryEntry"];
export type OrganizationView = Schemas["OrganizationView"];
export type UserView = Schemas["UserView"];
export type TeamEntryView = Schemas["TeamEntryView"];
export type LinkView = Schemas["Link"];
export type ImportView = Schemas["ImportView"];
export type NewField = Schemas["NewField"];
export type DuplicateCandidate = Schemas["DuplicateCandidate"];

/** A team of mine; the role is null where the team cannot be read now. */
export interface MyTeam {
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
}
