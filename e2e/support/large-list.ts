import type { Ward } from "./ward";

const PATIENTS_A_COMMAND = 250;

const DIAGNOSES = ["Hip fracture, day 4", "Community pneumonia", "Heart failure", "Cellulitis", "COPD exacerbation"];
const SENTENCES = [
  "Daughter collects Thursday after 4 pm.",
  "Waiting for physio; stairs to the bedroom.",
  "Weight still above target, wife worried about the tablets at home.",
  "Interpreter booked for Friday.",
];

const pick = (from: readonly string[], at: number) => from[at % from.length] ?? "";

/** Fills a ward's list with this many patients, and its schema up to this many columns, place and identity included. */
export async function fillLarge(ward: Ward, { patients, columns }: { patients: number; columns: number }) {
  const added: { id: string; type: string }[] = [];
  for (let at = ward.fields.size + 1; at < columns; at += 1) {
    const type = pick(["short_text", "long_text", "number", "checkbox", "date"], at);
    const field = { name: `Field ${at}`, type, ...(type === "number" ? { unit: "kg" } : {}) };
    const answer = await ward.api.team(ward.team, { type: "add_field", field, list: ward.list });
    added.push({ id: answer.field ?? "", type });
  }
  const id = (name: string) => ward.fields.get(name) ?? "";
  const rows = Array.from({ length: patients }, (_, at) => ({
    identity: {
      family: `Sample${String(at + 1).padStart(4, "0")}`,
      given: pick(["Ann", "Ben", "Cleo", "David"], at),
      sex: at % 2 === 0 ? "female" : "male",
      birth_date: `${1930 + (at % 70)}-0${(at % 9) + 1}-1${at % 10}`,
      identifiers: [{ type: "MR", value: String(4_400_000 + at) }],
    },
    values: [
      { field: id("Place"), value: `${pick(["A", "B", "C"], at)}${Math.floor(at / 3) + 1}` },
      { field: id("Diagnosis"), value: pick(DIAGNOSES, at) },
      { field: id("Path to discharge"), value: (at % 3) + 1 },
      { field: id("What matters"), value: `${pick(SENTENCES, at)} ${pick(SENTENCES, at + 1)}` },
      ...added.map(({ id: field, type }, nth) => ({ field, value: valueFor(type, at + nth) })),
    ],
  }));
  for (let from = 0; from < rows.length; from += PATIENTS_A_COMMAND) {
    const part = rows.slice(from, from + PATIENTS_A_COMMAND);
    await ward.api.team(ward.team, { type: "import_patients", list: ward.list, rows: part });
  }
}

function valueFor(type: string, at: number): unknown {
  switch (type) {
    case "number":
      return `${50 + (at % 40)}.${at % 10}`;
    case "checkbox":
      return at % 2 === 0;
    case "date":
      return `2026-12-${String((at % 28) + 1).padStart(2, "0")}`;
    case "long_text":
      return pick(SENTENCES, at);
    default:
      return pick(DIAGNOSES, at);
  }
}
