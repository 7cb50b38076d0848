import { type RecordServer, startRecord } from "./server";
import { test as base } from "./test";
import type { Ward } from "./ward";

/** A patient of the record, as its own controls tell. */
export type RecordPatient = {
  readonly id: string;
  readonly family: string;
  readonly given: readonly string[];
  readonly birth_date: string;
  readonly sex: "female" | "male";
  readonly mrn: string | null;
};

/** The record's patients. */
export async function patientsOf(record: RecordServer): Promise<readonly RecordPatient[]> {
  const response = await fetch(new URL("/sandbox/patients", record.url));
  return (await response.json()) as readonly RecordPatient[];
}

/** Connects a ward to a record, and shows columns of it: what they show, by their names. */
export async function connect(
  { api, team, list }: Ward,
  record: RecordServer,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  await api.team(team, { type: "set_ehr_connection", name: "Record", url: record.url, auth: { type: "none" } });
  for (const [name, source] of Object.entries(columns)) {
    await api.team(team, { type: "add_field", field: { name, type: "chart", source }, list });
  }
}

/** Playwright's `test` with a record of each test's own. */
export const test = base.extend<{ record: RecordServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
  record: async ({}, use) => {
    const record = await startRecord();
    let isStopped = false;
    await use({
      url: record.url,
      stop: async () => {
        isStopped = true;
        await record.stop();
      },
    });
    if (!isStopped) await record.stop();
  },
});
