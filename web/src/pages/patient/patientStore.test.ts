import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveChange } from "../../api/types";
import type { PatientView } from "../../api/wire";
import type { ConnectionWorld } from "../../live/connection";
import { TeamLive } from "../../live/teamLive";
import { PatientStore } from "./patientStore";

const trace = (sequence: number, by = "ruth") => ({ sequence, by, at: "2026-11-24T10:00:00Z" });
const FIELD = { id: "diet", name: "Diet", type: "short_text", locked: false, archived: false };
const HEADER = { id: "ward", name: "Ward", columns: ["diet"], order: "place", members: null, patients: 1 };
const TEAM = { schema: { fields: [FIELD], place: null }, lists: [HEADER] };
const ROW = { patient: { id: "p", identity: { family: "Hartley" }, status: "present", notes: 0 }, values: ["Soft"] };
const LIST = { sequence: 10, version: 1, list: HEADER, fields: [FIELD], rows: [ROW] };

const patientAt = (sequence: number, diet: string): PatientView =>
  ({
    id: "p",
    identity: { family: "Hartley" },
    status: "present",
    highlights: [],
    values: [{ field: "diet", value: diet, changed: trace(3), merged: false, undoable: false }],
    notes: [],
    lists: ["ward"],
    merged: [],
    merged_into: null,
    sequence,
  }) as unknown as PatientView;

/** The server's side: what it answers by address, and what was asked of it. */
const answers = new Map<string, () => Promise<Response>>();
const asked: string[] = [];
const answer =
  (body: unknown, status = 200) =>
  async () =>
    new Response(JSON.stringify(body), { status });

let socket: { onopen?: () => void; onmessage?: (event: { data: string }) => void; readyState: number };
let live: TeamLive;
let version = 1;
/** What the page said to the server. */
const said: string[] = [];

const world: ConnectionWorld = {
  openSocket() {
    const send = (message: string) => void said.push(message);
    socket = { readyState: 1, send, close: () => {} } as unknown as typeof socket;
    return socket as unknown as WebSocket;
  },
  nowMs: () => 0,
  random: () => 0,
  probe: async () => "welcome",
  ping: async () => {},
};

/** Somebody changed the patient, and the list's readers hear it. */
function hear(change: object, sequence: number, by = "tom"): void {
  version += 1;
  const heard = { list: "ward", version, patient: "p", ...trace(sequence, by), ...change } as unknown as LiveChange;
  socket.onmessage?.({ data: JSON.stringify({ changes: [heard] }) });
}
const diet = (value: string) => ({ type: "value", field: "diet", value, merged: false });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

async function openPatient(onList = true): Promise<PatientStore> {
  const list = onList ? { id: "ward", store: live.open("ward") } : undefined;
  await settled();
  const store = new PatientStore({ path: "/patients/p", patient: "p", live, me: "me", list });
  store.start();
  await settled();
  return store;
}

beforeEach(async () => {
  vi.stubGlobal("WebSocket", { OPEN: 1 });
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    return answers.get(path)?.() ?? Promise.reject(new TypeError("no network"));
  });
  asked.length = 0;
  said.length = 0;
  version = 1;
  answers.clear();
  answers.set("/api/teams/t", answer(TEAM));
  answers.set("/api/teams/t/lists/ward", answer(LIST));
  answers.set("/api/teams/t/lists/ward/unseen", answer({ unseen: [] }));
  answers.set("/patients/p", answer(patientAt(10, "Soft")));
  live = new TeamLive({ team: "t", me: "me", onSignedOut: () => {}, world });
  live.start();
  socket.onopen?.();
  await settled();
});

afterEach(() => {
  live.stop();
  vi.unstubAllGlobals();
});

/** The server says that there is news of a patient. */
const news = async (sequence: number, patient = "p") => {
  socket.onmessage?.({ data: JSON.stringify({ patient: { patient, sequence } }) });
  await settled();
};
const dietOf = (store: PatientStore) => store.find("p")?.values[0];
const readings = () => asked.filter((path) => path === "/patients/p").length;

test("what others change on the list is on the patient's page, without asking the server again", async () => {
  const store = await openPatient();
  hear(diet("Normal"), 11);
  expect(dietOf(store)).toBe("Normal");
  expect(store.sequence).toBe(11);
  expect(readings()).toBe(1);
});

test("what happens while the patient is being read is not lost", async () => {
  let arrive: (response: Response) => void = () => {};
  answers.set("/patients/p", () => new Promise((resolve) => (arrive = resolve)));
  const store = await openPatient();
  hear(diet("Normal"), 11);
  hear(diet("Diabetic"), 12);
  arrive(new Response(JSON.stringify(patientAt(11, "Normal"))));
  await settled();
  await settled();
  expect(dietOf(store)).toBe("Diabetic");
});

test("who leaves the list is read again, and is gone where the reader sees them no more", async () => {
  const store = await openPatient();
  answers.set("/patients/p", answer({ code: "not_found", what: "patient" }, 404));
  hear({ type: "row_removed" }, 11);
  await settled();
  await settled();
  expect(store.state.get()).toMatchObject({ state: "failed", problem: { status: 404 } });
  expect(store.find("p")).toBeUndefined();
});

test("an answer that does not come leaves what is known in view", async () => {
  const store = await openPatient();
  answers.delete("/patients/p");
  hear({ type: "row_removed" }, 11);
  await settled();
  await settled();
  expect(dietOf(store)).toBe("Soft");
  store.stop();
});

test("my own edit is shown at once, and a patient on no list is read again when it has its effect", async () => {
  const store = await openPatient(false);
  answers.set("/api/teams/t/commands", answer({ sequence: 11 }));
  answers.set("/patients/p", answer(patientAt(11, "Nil by mouth")));
  live.setValue("p", "diet", "Nil by mouth", store.sequence);
  expect(dietOf(store)).toBe("Nil by mouth");
  expect(store.findBase("p")?.values[0]).toBe("Soft");
  await settled();
  await settled();
  await settled();
  expect(store.findBase("p")?.values[0]).toBe("Nil by mouth");
  expect(readings()).toBe(2);
});

test("of a patient who is protected from me from now on nothing stays, and she comes back when she is open", async () => {
  const store = await openPatient();
  const row = { values: [null], patient: { id: "p", identity: {}, status: "present", notes: 0, initials: "H." } };
  answers.set("/patients/p", answer({ code: "break_glass_required", patient: "p" }, 403));
  hear({ type: "row", row, what: "responsible", after: null }, 11);
  await settled();
  await settled();
  expect(store.state.get()).toMatchObject({ state: "failed", problem: { code: "break_glass_required" } });
  expect(store.find("p")).toBeUndefined();
  answers.set("/patients/p", answer(patientAt(12, "Normal")));
  hear({ type: "row", row: ROW, what: "protection", after: null }, 12);
  await settled();
  await settled();
  expect(dietOf(store)).toBe("Normal");
  store.mask();
  expect(store.find("p")).toBeUndefined();
});

test("news of what no open list tells has the patient read again, and what was read already does not", async () => {
  const store = await openPatient();
  await news(10);
  await news(12, "another");
  expect(readings()).toBe(1);
  answers.set("/patients/p", answer({ ...patientAt(12, "Soft"), lists: ["ward", "other"] }));
  // A change of the list came after it: the page is at 13, and has not seen 12 all the same.
  hear(diet("Normal"), 13);
  await news(12);
  await settled();
  expect(readings()).toBe(2);
  expect(store.state.get()).toMatchObject({ patient: { lists: ["ward", "other"] } });
  store.stop();
  await news(14);
  expect(readings()).toBe(2);
});

test("news that come while the patient is being read are read after it", async () => {
  let arrive: (response: Response) => void = () => {};
  answers.set("/patients/p", () => new Promise((resolve) => (arrive = resolve)));
  const store = await openPatient();
  await news(11);
  const first = arrive;
  answers.set("/patients/p", answer(patientAt(11, "Normal")));
  first(new Response(JSON.stringify(patientAt(10, "Soft"))));
  await settled();
  await settled();
  expect(readings()).toBe(2);
  expect(dietOf(store)).toBe("Normal");
});

test("the server is told whose page is open, again when the connection comes back, and when it is closed", async () => {
  const store = await openPatient(false);
  const watches = () => said.filter((message) => message.startsWith('{"watch"'));
  expect(watches()).toEqual(['{"watch":{"patient":"p"}}']);
  socket.onopen?.();
  expect(watches().length).toBe(2);
  store.stop();
  expect(watches().at(-1)).toBe('{"watch":{}}');
});
