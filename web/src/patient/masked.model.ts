import type { RowPatient } from "../api/types";

/** Whether a patient is protected from who reads: then initials, place and status are all that the server tells. */
export const isMasked = ({ initials }: Pick<RowPatient, "initials">): boolean => typeof initials === "string";
