import type { components } from "../../generated/api";

type Schemas = components["schemas"];

export type ImportPreview = Schemas["ImportPreview"];
export type ImportMapping = Schemas["ImportMapping"];
export type ImportTarget = Schemas["ImportTarget"];
export type FieldTarget = Schemas["FieldTarget"];
export type FoundColumn = Schemas["FoundColumn"];
export type PreviewRow = Schemas["PreviewRow"];
export type ImportIssue = Schemas["ImportIssue"];
export type ImportRow = Schemas["ImportRow"];
export type IssueKind = Schemas["IssueReason"]["kind"];
export type SkipReason = Schemas["SkipReason"];
export type SheetEncoding = Schemas["SheetEncoding"];
export type Delimiter = Schemas["Delimiter"];
export type DateOrder = Schemas["DateOrder"];
export type IdentifierKind = Schemas["IdentifierKind"];
export type HeaderAt = Schemas["HeaderAt"];

/** How a file is to be read, where a person said so. */
export interface ReadingOptions {
  readonly sheet?: number;
  readonly header?: HeaderAt;
  readonly encoding?: SheetEncoding;
  readonly delimiter?: Delimiter;
}
