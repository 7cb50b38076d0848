import type { components } from "../generated/api";

// Names for the shapes of the wire that are about the hospital's record.

type Schemas = components["schemas"];

export type EhrConnection = Schemas["EhrConnectionView"];
export type EhrAuth = Schemas["EhrAuth"];
export type EhrProbe = Schemas["EhrProbe"];
/** What a record says that it is and offers. */
export type Found = Schemas["Found"];
export type EhrSearch = Schemas["EhrSearch"];
export type EhrSearchAnswer = Schemas["EhrSearchAnswer"];
/** A patient of the record. */
export type EhrHit = Schemas["EhrHit"];
export type News2Settings = Schemas["News2Settings"];

/** A record may take its time, and is asked more than once for one answer. */
export const RECORD_TIMEOUT_MS = 60_000;
