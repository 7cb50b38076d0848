import type { components } from "../generated/api";

// Names for the shapes of the wire that only single pages need, beside those of types.ts.

type Schemas = components["schemas"];

/** What a command to a team did. */
export type CommandAnswer = Schemas["CommandAnswer"];
/** Any command to the organization. */
export type OrganizationCommand = Schemas["OrganizationCommand"];
export type OrganizationAnswer = Schemas["OrganizationCommandAnswer"];

export type PatientView = Schemas["PatientView"];
export type ValueView = Schemas["ValueView"];
export type NoteView = Schemas["NoteView"];
export type HistoryItem = Schemas["HistoryItem"];

export type DirectoryEntry = Schemas["DirectoryEntry"];
export type OrganizationView = Schemas["OrganizationView"];
export type UserView = Schemas["UserView"];
export type TeamEntryView = Schemas["TeamEntryView"];
export type Language = Schemas["Language"];
export type ProvisioningTokens = Schemas["ProvisioningTokens"];
export type ProvisioningTokenView = Schemas["ProvisioningTokenView"];
/** A token with itself, as it is told once. */
export type IssuedProvisioningToken = Schemas["IssuedProvisioningToken"];
/** What a one-time link is for. */
export type LinkView = Schemas["Link"];
export type ImportView = Schemas["ImportView"];
export type NewField = Schemas["NewField"];
export type DuplicateCandidate = Schemas["DuplicateCandidate"];

/** Openings of protected patients. */
export type BreakGlassView = Schemas["BreakGlassView"];
export type BrokenGlass = Schemas["BrokenGlassView"];
export type ReviewOutcome = Schemas["ReviewOutcome"];
/** The same of all teams, for auditors. */
export type AuditedBreakGlassView = Schemas["AuditedBreakGlassView"];
export type AuditedTeam = Schemas["AuditedTeamView"];
