import type { News2Settings } from "../../api/record";

type Level = News2Settings["consciousness"]["texts"][number]["means"];

const LOINC = "http://loinc.org";
const SNOMED_CT = "http://snomed.info/sct";

const OBSERVATIONS = [
  { system: LOINC, code: "67775-7" },
  { system: LOINC, code: "80288-4" },
  { system: SNOMED_CT, code: "1104441000000107" },
];

const CODES: readonly (readonly [system: string, code: string, means: Level])[] = [
  [SNOMED_CT, "248234008", "alert"],
  [SNOMED_CT, "130987000", "confusion"],
  [SNOMED_CT, "300202002", "voice"],
  [SNOMED_CT, "450847001", "pain"],
  [SNOMED_CT, "422768004", "unresponsive"],
  [LOINC, "LA9340-6", "alert"],
  [LOINC, "LA6560-2", "confusion"],
  [LOINC, "LA17108-4", "voice"],
  [LOINC, "LA17107-6", "pain"],
  [LOINC, "LA9343-0", "unresponsive"],
];

const TEXTS: Record<Level, readonly string[]> = {
  alert: ["A", "Alert", "Mentally alert", "Alerte"],
  confusion: [
    "C",
    "Confusion",
    "New confusion",
    "Acute confusion",
    "Confused",
    "Confus",
    "Confuse",
    "Confusion nouvelle",
  ],
  voice: ["V", "Voice", "Verbal", "Responds to voice", "Réagit à la voix"],
  pain: ["P", "Pain", "Painful", "Responds to pain", "Réagit à la douleur"],
  unresponsive: ["U", "Unresponsive", "Aréactif"],
};

/** How scores are made where an owner changes nothing: the same as the domain's own (a test compares), since a command says all of it. */
export const NEWS2_DEFAULTS: News2Settings = {
  max_gap_minutes: 60,
  stale_after_hours: 12,
  consciousness: {
    observations: OBSERVATIONS,
    codes: CODES.map(([system, code, means]) => ({ coding: { system, code }, means })),
    texts: (Object.entries(TEXTS) as [Level, readonly string[]][]).flatMap(([means, texts]) =>
      texts.map((text) => ({ text, means })),
    ),
  },
};
