import type { BreakGlassCode } from "../api/types";
import type { TextId } from "../generated/textIds";

/** The kinds of reason for opening a protected patient, in the order in which they are offered. */
export const CODES: Readonly<Record<BreakGlassCode, TextId>> = {
  emergency: "break-glass-emergency",
  covering_colleague: "break-glass-covering",
  direct_care: "break-glass-direct-care",
  patient_request: "break-glass-patient-request",
  other: "break-glass-other",
};
