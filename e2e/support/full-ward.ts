import type { Api } from "./api";
import type { DemoServer } from "./server";
import { apiOf, makeWard, type Ward } from "./ward";
import type { Language } from "./words";

/** The names of the fields that a team begins with, in its language. */
const FIELDS = {
  en: { place: "Place", diagnosis: "Diagnosis", path: "Path to discharge", todo: "To do", matters: "What matters" },
  fr: { place: "Lieu", diagnosis: "Diagnostic", path: "Parcours de sortie", todo: "À faire", matters: "À savoir" },
} as const;

/** A ward that has one of everything that a page or a dialog can show. */
export type FullWard = Ward & {
  readonly patient: string;
  /** A patient into whom another record was merged. */
  readonly merged: string;
  readonly names: (typeof FIELDS)[Language];
  /** A patient of the record, of whom it says another identity by now. */
  readonly linked: string;
  /** A patient who is protected from the owner, and whom the member opened with a reason. */
  readonly protected: string;
  /** A second list, which is not the default. */
  readonly other: string;
};

/** How scores are made; consciousness is told by none of these words, which nothing here needs. */
const NEWS2 = { max_gap_minutes: 60, stale_after_hours: 12, consciousness: { observations: [], codes: [], texts: [] } };
const OF_RECORD = "p020";

/** Connects the ward to the hospital's record, and adds one of its patients, whom the record then calls otherwise. */
async function addLinked({ api, team, list, name }: Ward, record: string): Promise<string> {
  await api.team(team, { type: "set_ehr_connection", name: "Record", url: record, auth: { type: "none" } });
  await api.team(team, { type: "set_news2", settings: NEWS2 });
  for (const source of ["news2", "vital_signs", "allergies", "conditions", "medications", "place"]) {
    await api.team(team, { type: "add_field", field: { name: `Record: ${source}`, type: "chart", source }, list });
  }
  const added = await api.team(team, { type: "add_ehr_patient", list, ehr_id: OF_RECORD, distinct: true });
  const { patient = "" } = added;
  const corrected = await fetch(new URL(`/sandbox/patients/${OF_RECORD}`, record), {
    method: "PUT",
    body: JSON.stringify({ family: `Of ${name}` }),
  });
  if (!corrected.ok) throw new Error(`the record corrects nobody: ${corrected.status}`);
  // Reading the chart is when the other identity is noticed.
  await api.get(`/api/teams/${team}/patients/${patient}/chart`);
  return patient;
}

/** Adds a patient for whom nobody is responsible, protects her, and has the member open her. */
async function addProtected(ward: Ward, member: Api, place: string): Promise<string> {
  const { api, team } = ward;
  const patient = await ward.add({ family: "Fitzroy", given: "Augusta", values: { [place]: "B2" } });
  await api.team(team, { type: "set_sensitive", patient, sensitive: true, reason: "Known in town" });
  await member.team(team, { type: "break_glass", patient, code: "direct_care", text: "Dressing at ten" });
  return patient;
}

export async function makeFullWard(hospital: DemoServer, language: Language): Promise<FullWard> {
  const ward = await makeWard(hospital, language);
  const { api, team, list } = ward;
  const names = FIELDS[language];
  const patient = await ward.add({
    family: "Hartley",
    given: "Margaret",
    born: "1938-03-02",
    number: "4417 203",
    values: {
      [names.place]: "A1",
      [names.diagnosis]: "Fall",
      [names.path]: 2,
      [names.todo]: [{ text: "Physio", done: true }],
      [names.matters]: "Stairs to the bedroom.\nDaughter collects.",
    },
  });
  const merged = await ward.add({ family: "Okonkwo", given: "Samuel", number: "100" });
  const duplicate = await ward.add({ family: "Okonkwo", given: "Sam", number: "200" });
  await ward.add({ family: "Hartley", given: "Margaret", born: "1951-11-20", number: "4417 999" });
  await api.team(team, { type: "merge_patients", patient: merged, duplicate });
  await api.team(team, { type: "highlight", patient, field: ward.fields.get(names.diagnosis), reason: "Falls" });
  const { note } = await api.team(team, { type: "add_note", patient, text: "Pain 3/10" });
  const { sequence } = await api.get<{ sequence: number }>(`/api/teams/${team}`);
  await api.team(team, { type: "edit_note", patient, note, text: "Pain 5/10", based_on: sequence });
  const other = await api.team(team, { type: "create_list", name: "Safe" });
  const identity = { family: "Imported", given: "Ann" };
  await api.team(team, { type: "import_patients", list, rows: [{ identity }] });
  const member = await apiOf(hospital, ward.member);
  await member.team(team, { type: "create_list", name: "Limited", members: [ward.userId(ward.member)] });
  await api.team(team, { type: "archive_field", field: ward.fields.get(names.todo) });
  const linked = await addLinked(ward, hospital.ehr);
  const shielded = await addProtected(ward, member, names.place);
  return { ...ward, patient, merged, linked, protected: shielded, names, other: other.list ?? "" };
}
