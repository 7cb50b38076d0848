import type { PatientStatus } from "../api/types";
import type { TextId } from "../generated/textIds";

/** Where a patient's stay has come to, in words. */
export const STATUSES: Record<PatientStatus, TextId> = {
  expected: "status-expected",
  present: "status-present",
  discharged: "status-discharged",
  transferred: "status-transferred",
  deceased: "status-deceased",
};
