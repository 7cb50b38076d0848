// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useStore } from "../../app/store";
import type { ConnectionWorld } from "../../live/connection";
import { TeamLive } from "../../live/teamLive";
import type { PatientStore } from "./patientStore";
import { usePatient } from "./usePatient";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

const TEAM = { schema: { fields: [], place: null }, lists: [] };
const world: ConnectionWorld = {
  openSocket: () => ({ readyState: 0, send: () => {}, close: () => {} }) as unknown as WebSocket,
  nowMs: () => 0,
  random: () => 0,
  probe: async () => "welcome",
  ping: async () => {},
};
const patientOn = (lists: readonly string[]) => ({
  id: "p",
  identity: { family: "Hartley" },
  status: "present",
  highlights: [],
  values: [],
  notes: [],
  merged: [],
  lists,
  sequence: 10,
});

let lists: readonly string[];
let shown: readonly string[] | undefined;
let live: TeamLive;
let root: Root;

function Lists({ store }: { readonly store: PatientStore }) {
  const state = useStore(store.state);
  shown = state.state === "loaded" ? state.patient.lists : undefined;
  return null;
}

function Page() {
  const store = usePatient({ live, team: "t", patient: "p", list: undefined, listStore: undefined });
  return store ? <Lists store={store} /> : null;
}

beforeEach(async () => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  vi.useFakeTimers();
  vi.stubGlobal(
    "fetch",
    async (path: string) => new Response(JSON.stringify(path.endsWith("/p") ? patientOn(lists) : TEAM)),
  );
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible");
  live = new TeamLive({ team: "t", me: "me", onSignedOut: () => {}, world });
  root = createRoot(document.createElement("div"));
  lists = [];
  await act(async () => root.render(<Page />));
});

afterEach(async () => {
  await act(async () => root.unmount());
  live.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a patient on no list is read again each minute: what others did with them is seen", async () => {
  expect(shown).toEqual([]);
  lists = ["ward"];
  await act(async () => await vi.advanceTimersByTimeAsync(59_000));
  expect(shown).toEqual([]);
  await act(async () => await vi.advanceTimersByTimeAsync(1_000));
  expect(shown).toEqual(["ward"]);
});

test("coming back to the page reads the patient at once", async () => {
  lists = ["ward"];
  await act(async () => void window.dispatchEvent(new Event("focus")));
  expect(shown).toEqual(["ward"]);
});
