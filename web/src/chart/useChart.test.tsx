// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useChart } from "./useChart";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

let asked = 0;
let answer: () => Promise<Response>;
let chart: ReturnType<typeof useChart>;
let root: Root;

const charted = (asOf: string) => async () => new Response(JSON.stringify({ as_of: asOf }));
const refused = (status: number, code: string) => async () => new Response(JSON.stringify({ code }), { status });

function Page({ link, revision }: { readonly link: string; readonly revision: number }) {
  chart = useChart("/chart", link, revision);
  return null;
}
const show = (link: string, revision = 0) => act(async () => root.render(<Page link={link} revision={revision} />));

beforeEach(async () => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  vi.useFakeTimers();
  asked = 0;
  vi.stubGlobal("fetch", () => {
    asked += 1;
    return answer();
  });
  root = createRoot(document.createElement("div"));
  answer = charted("first");
  await show("p1");
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const visible = (state: DocumentVisibilityState) => vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
const pass = (ms: number) => act(async () => await vi.advanceTimersByTimeAsync(ms));

test("a chart is read once a minute while it is looked at, and when one comes back", async () => {
  expect(asked).toBe(1);
  visible("visible");
  await pass(61_000);
  expect(asked).toBe(2);
  visible("hidden");
  await pass(300_000);
  expect(asked).toBe(2);
  visible("visible");
  await act(async () => void document.dispatchEvent(new Event("visibilitychange")));
  expect(asked).toBe(3);
});

test("where the server does not answer, the chart that is known stays, and why is said", async () => {
  answer = () => Promise.reject(new TypeError("no network"));
  await act(async () => await chart.read());
  expect(chart.view).toMatchObject({ as_of: "first" });
  expect(chart.problem?.code).toBe("no_connection");
  answer = charted("second");
  await act(async () => await chart.read());
  expect(chart).toMatchObject({ view: { as_of: "second" }, problem: undefined });
});

test("a chart that is not for this reader any more goes", async () => {
  answer = refused(404, "not_found");
  await act(async () => await chart.read());
  expect(chart.view).toBeUndefined();
  expect(chart.problem?.status).toBe(404);
});

test("another link never shows the former one's chart, not even for a moment", async () => {
  let arrive: (response: Response) => void = () => {};
  answer = () => new Promise((resolve) => (arrive = resolve));
  await show("p2");
  expect(chart.view).toBeUndefined();
  await act(async () => arrive(new Response(JSON.stringify({ as_of: "other" }))));
  expect(chart.view).toMatchObject({ as_of: "other" });
});

test("an answer that comes late never replaces that of a later look", async () => {
  let arrive: (response: Response) => void = () => {};
  answer = () => new Promise((resolve) => (arrive = resolve));
  await show("p2");
  answer = charted("third");
  await show("p3");
  await act(async () => arrive(new Response(JSON.stringify({ as_of: "second" }))));
  expect(chart.view).toMatchObject({ as_of: "third" });
});

test("another choice of the scale has the score made again", async () => {
  answer = charted("scored again");
  await show("p1", 7);
  expect(asked).toBe(2);
  expect(chart.view).toMatchObject({ as_of: "scored again" });
});
