// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { NO_CONNECTION, Problem } from "./problem";
import { type CommandRun, useCommand } from "./useCommand";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

const sent: string[] = [];
let outcome: (id: string) => Promise<string>;
const send = (id: string, _: string) => {
  sent.push(id);
  return outcome(id);
};

let run: CommandRun<string, string>;
let root: Root;

function Form() {
  run = useCommand(send);
  return null;
}
const perform = async (command: string) => {
  let answer: string | undefined;
  await act(async () => {
    answer = await run.perform(command);
  });
  return answer;
};
const refuse = (status: number, code: string) => () => Promise.reject(new Problem(status, code));

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  sent.length = 0;
  root = createRoot(document.createElement("div"));
  act(() => root.render(<Form />));
});
afterEach(() => act(() => root.unmount()));

test("the same again after a lost answer goes with the same id, so that it has one effect", async () => {
  outcome = refuse(0, NO_CONNECTION);
  expect(await perform("add a list")).toBeUndefined();
  expect(run.problem?.code).toBe(NO_CONNECTION);
  outcome = async () => "done";
  expect(await perform("add a list")).toBe("done");
  expect(new Set(sent).size).toBe(1);
  expect(run.problem).toBeUndefined();
});

test("another command, and one after a refusal, has an id of its own", async () => {
  outcome = refuse(0, NO_CONNECTION);
  await perform("add a list");
  await perform("add another list");
  outcome = refuse(409, "name_taken");
  await perform("add a list");
  await perform("add a list");
  expect(new Set(sent).size).toBe(4);
});

test("a second click while the first is on its way does nothing", async () => {
  let arrive: (answer: string) => void = () => {};
  outcome = () => new Promise((resolve) => (arrive = resolve));
  await act(async () => {
    const first = run.perform("add a list");
    expect(await run.perform("add a list")).toBeUndefined();
    arrive("done");
    expect(await first).toBe("done");
  });
  expect(sent).toHaveLength(1);
});
