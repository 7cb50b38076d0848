import fc from "fast-check";
import { expect, test } from "vitest";
import { Problem } from "../api/problem";
import type { SetValue } from "../api/types";
import { backoffMs } from "./backoff.model";
import { broughtBack, keptOf } from "./device/kept.model";
import {
  countUnsent,
  EMPTY_OUTBOX,
  type Outbox,
  type OutboxEvent,
  overlayOf,
  reduceOutbox,
  sendable,
} from "./outbox.model";

const value = (text: string, field = "f1") => ({ type: "set_value", patient: "p1", field, value: text }) as const;
const run = (...events: OutboxEvent[]) => events.reduce(reduceOutbox, EMPTY_OUTBOX);
const given = (id: string, text: string, basedOn = 5, field = "f1"): OutboxEvent => ({
  type: "given",
  id,
  command: value(text, field),
  basedOn,
});
const basedOnOf = (outbox: Outbox, index: number) => (outbox.pending[index]?.body as SetValue | undefined)?.based_on;
const shown = (outbox: Outbox, sequence: number) => overlayOf(outbox, sequence).get("p1")?.get("f1");

test("a value is shown at once, marked until it is answered, and over the list until the list has it", () => {
  const waiting = run(given("a", "x"));
  expect(shown(waiting, 5)).toEqual({ value: { shown: "x" }, mark: { kind: "sending" } });
  const done = reduceOutbox(reduceOutbox(waiting, { type: "sending", id: "a" }), {
    type: "effective",
    id: "a",
    sequence: 9,
  });
  expect(shown(done, 8)).toEqual({ value: { shown: "x" }, mark: undefined });
  expect(shown(done, 9)).toBeUndefined();
  expect(countUnsent(done)).toBe(0);
  expect(reduceOutbox(done, { type: "shown", sequence: 9 }).pending).toEqual([]);
});

test("a value that was never sent is replaced by the next for its cell, with what the first was based on", () => {
  const outbox = run(given("a", "x", 5), given("b", "xy", 8));
  expect(outbox.pending.map(({ id, basedOn }) => [id, basedOn])).toEqual([["b", 5]]);
});

test("a value that may have arrived is followed, not replaced, and what follows waits for its answer", () => {
  const outbox = run(given("a", "x"), { type: "sending", id: "a" }, { type: "lost", id: "a" }, given("b", "xy"));
  expect(outbox.pending.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(sendable(outbox, 4).map(({ id }) => id)).toEqual(["a"]);
});

test("what is sent again is the same body under the same id", () => {
  const first = run(given("a", "x"), { type: "sending", id: "a" });
  const again = [
    { type: "lost", id: "a" },
    { type: "sending", id: "a" },
  ] as const;
  expect(again.reduce<Outbox>(reduceOutbox, first).pending[0]?.body).toBe(first.pending[0]?.body);
});

test("nobody conflicts with themselves: the second edit is based on one's own first, though its echo has not come", () => {
  const outbox = run(
    given("a", "x", 5),
    { type: "sending", id: "a" },
    given("b", "xy", 5),
    { type: "effective", id: "a", sequence: 9 },
    { type: "sending", id: "b" },
  );
  expect(basedOnOf(outbox, 1)).toBe(9);
});

test("one's own edit of one cell says nothing about what others did to another", () => {
  const outbox = run(
    given("a", "x", 5),
    { type: "sending", id: "a" },
    { type: "effective", id: "a", sequence: 9 },
    given("b", "y", 5, "f2"),
    { type: "sending", id: "b" },
  );
  expect(basedOnOf(outbox, 1)).toBe(5);
});

test("a refused edit keeps what was typed, beside what the list shows, until the person decides", () => {
  const problem = new Problem(409, "conflict", { theirs: "theirs", yours: "x", revision: 8 });
  const outbox = run(given("a", "x"), { type: "sending", id: "a" }, { type: "refused", id: "a", problem });
  expect(shown(outbox, 5)).toEqual({ value: undefined, mark: { kind: "refused", id: "a", value: "x", problem } });
  expect(countUnsent(outbox)).toBe(0);
  expect(shown(reduceOutbox(outbox, { type: "decided", id: "a" }), 5)).toBeUndefined();
  expect(reduceOutbox(outbox, given("b", "again")).refused).toEqual([]);
});

test("of two edits of a cell that are refused only the later is for the person to decide", () => {
  const problem = new Problem(409, "conflict");
  const outbox = run(given("a", "x"), { type: "sending", id: "a" }, given("b", "xy"), {
    type: "refused",
    id: "a",
    problem,
  });
  expect(outbox.refused).toEqual([]);
  const both = [
    { type: "sending", id: "b" },
    { type: "refused", id: "b", problem },
  ] as const;
  expect(both.reduce<Outbox>(reduceOutbox, outbox).refused.map(({ id }) => id)).toEqual(["b"]);
});

test("different cells are sent side by side, as many as allowed", () => {
  const outbox = run(given("a", "1", 5, "f1"), given("b", "2", 5, "f2"), given("c", "3", 5, "f3"), {
    type: "sending",
    id: "a",
  });
  expect(sendable(outbox, 2).map(({ id }) => id)).toEqual(["b"]);
});

/** A server that may lose a request or its answer, and knows each id once, as the journal does. */
class ModelServer {
  sequence = 5;
  readonly effects: { id: string; field: string; value: unknown; sequence: number }[] = [];

  receive(id: string, body: SetValue): number {
    const known = this.effects.find((effect) => effect.id === id);
    if (known) return known.sequence;
    const revision = this.effects.findLast(({ field }) => field === body.field)?.sequence ?? 0;
    if (revision > body.based_on) throw new Error(`${id} conflicts with one's own edit`);
    this.sequence += 1;
    this.effects.push({ id, field: body.field, value: body.value, sequence: this.sequence });
    return this.sequence;
  }
}

test("with any losses, every command is sent until answered, has one effect, and the last value of each cell wins", () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("edit" as const), field: fc.nat(2) }),
    fc.record({ do: fc.constant("send" as const), fate: fc.constantFrom("answered", "request lost", "answer lost") }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const server = new ModelServer();
      const typed = new Map<string, string>();
      let outbox = EMPTY_OUTBOX;
      const reduce = (event: OutboxEvent) => {
        outbox = reduceOutbox(outbox, event);
      };
      const send = (fate: string) => {
        const next = sendable(outbox, 1)[0];
        if (!next) return;
        reduce({ type: "sending", id: next.id });
        const body = outbox.pending.find(({ id }) => id === next.id)?.body as SetValue;
        const sequence = fate === "request lost" ? undefined : server.receive(next.id, body);
        if (fate === "answered" && sequence !== undefined) reduce({ type: "effective", id: next.id, sequence });
        else reduce({ type: "lost", id: next.id });
      };
      steps.forEach((each, index) => {
        if (each.do === "send") {
          send(each.fate);
          return;
        }
        const field = `f${each.field}`;
        typed.set(field, `v${index}`);
        reduce({ type: "given", id: `c${index}`, command: value(`v${index}`, field), basedOn: 5 });
      });
      while (countUnsent(outbox) > 0) send("answered");
      expect(new Set(server.effects.map(({ id }) => id)).size).toBe(server.effects.length);
      for (const [field, text] of typed)
        expect(server.effects.findLast((effect) => effect.field === field)?.value).toBe(text);
    }),
  );
});

test("waiting grows to a limit, and differs from browser to browser", () => {
  expect(backoffMs(0, 0.5)).toBeGreaterThan(100);
  expect(backoffMs(50, 1)).toBe(20_000);
  expect(backoffMs(3, 0.1)).not.toBe(backoffMs(3, 0.9));
});

test("a note that is edited twice before it is sent goes once, and is based on my own last edit of it", () => {
  const edit = (id: string, text: string, basedOn: number): OutboxEvent => ({
    type: "given",
    id,
    command: { type: "edit_note", patient: "p1", note: "n1", text },
    basedOn,
  });
  const twice = run(edit("a", "x", 5), edit("b", "xy", 6));
  expect(twice.pending.map(({ id, basedOn }) => [id, basedOn])).toEqual([["b", 5]]);
  const answered = (
    [
      { type: "sending", id: "b" },
      { type: "effective", id: "b", sequence: 9 },
      edit("c", "xyz", 6),
      { type: "sending", id: "c" },
    ] as const
  ).reduce<Outbox>(reduceOutbox, twice);
  expect(basedOnOf(answered, 1)).toBe(9);
});

test("what a closed page kept comes before what this page has, each once, with its id and what it was first sent as", () => {
  const left = reduceOutbox(run(given("a", "x"), given("c", "z", 5, "f2")), { type: "sending", id: "a" });
  const kept = keptOf(left);
  const back = reduceOutbox(run(given("b", "y")), broughtBack(JSON.parse(JSON.stringify(kept))));
  expect(back.pending.map(({ id, state }) => [id, state])).toEqual([
    ["a", "waiting"],
    ["c", "waiting"],
    ["b", "waiting"],
  ]);
  expect(back.pending[0]?.body).toEqual(left.pending[0]?.body);
  const again = reduceOutbox(back, broughtBack(JSON.parse(JSON.stringify(kept))));
  expect(again.pending.length).toBe(3);
});

test("a refused text is kept with why; what was answered is not", () => {
  const refused = reduceOutbox(reduceOutbox(run(given("a", "x")), { type: "sending", id: "a" }), {
    type: "refused",
    id: "a",
    problem: new Problem(403, "field_locked", { field: "f1" }),
  });
  const back = reduceOutbox(EMPTY_OUTBOX, broughtBack(JSON.parse(JSON.stringify(keptOf(refused)))));
  expect(back.refused[0]?.problem.code).toBe("field_locked");
  expect(back.refused[0]?.problem.details).toEqual({ field: "f1" });
  const done = reduceOutbox(run(given("a", "x")), { type: "effective", id: "a", sequence: 9 });
  expect(keptOf(done)).toBeUndefined();
});
