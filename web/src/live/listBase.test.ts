import fc from "fast-check";
import { expect, test } from "vitest";
import type { Field, ListSnapshot, LiveChange, Row } from "../api/types";
import { applyChange, baseOf, type ListBase } from "./listBase.model";

const FIELDS: readonly Field[] = ["f1", "f2", "f3"].map((id) => ({
  id,
  name: id,
  type: "short_text",
  locked: false,
  archived: false,
}));
const row = (id: string, values: Row["values"] = [null, null, null]): Row => ({
  patient: { id, identity: { family: id }, status: "present", notes: 0 },
  values,
});
const list = {
  id: "l",
  name: "Ward 7",
  version: 3,
  default: true,
  order: "place",
  columns: ["f1", "f2", "f3"],
  members: null,
  patients: 3,
} as const;
const trace = { by: "u1", at: "2026-11-24T12:00:00Z" };
const snapshot: ListSnapshot = {
  sequence: 10,
  version: 3,
  list,
  fields: FIELDS,
  rows: [row("p1"), row("p2"), row("p3")],
};
const base = baseOf(snapshot);

test("what is hidden from this reader moves the version and nothing else", () => {
  const hidden: LiveChange = { list: "l", version: 4, sequence: 12, at: trace.at, type: "hidden" };
  const applied = applyChange(base, hidden);
  if (applied.result !== "applied") throw new Error(applied.result);
  expect(applied.base).toEqual({ ...base, version: 4, sequence: 12 });
  expect(applied.touched).toBeUndefined();
});

test("the change after the held version applies, and the sequence goes with it", () => {
  const change: LiveChange = {
    ...trace,
    list: "l",
    version: 4,
    sequence: 12,
    type: "value",
    patient: "p2",
    field: "f2",
    value: "x",
    merged: false,
  };
  const applied = applyChange(base, change);
  if (applied.result !== "applied") throw new Error(applied.result);
  expect(applied.touched).toBe("p2");
  expect(applied.base).toMatchObject({ version: 4, sequence: 12 });
  expect(applied.base.rows.get("p2")?.values).toEqual([null, "x", null]);
  expect(applied.base.rows.get("p1")).toBe(base.rows.get("p1"));
});

test("a version that leaves one out is a gap, an old one changes nothing", () => {
  const change: LiveChange = { ...trace, list: "l", version: 5, sequence: 12, type: "row_removed", patient: "p2" };
  expect(applyChange(base, change)).toEqual({ result: "gap" });
  expect(applyChange(base, { ...change, version: 3 })).toEqual({ result: "old" });
});

test("a change of something that is not there means that the list is another: it is opened again", () => {
  const change: LiveChange = {
    ...trace,
    list: "l",
    version: 4,
    sequence: 12,
    type: "moved",
    patient: "p2",
    after: "gone",
  };
  expect(applyChange(base, change)).toEqual({ result: "gap" });
  expect(applyChange(base, { ...trace, list: "l", version: 4, sequence: 12, type: "reload" })).toEqual({
    result: "reload",
  });
});

test("a text that became of two edits is marked, and the next edit unmarks it", () => {
  const change: LiveChange = {
    ...trace,
    list: "l",
    version: 4,
    sequence: 12,
    type: "value",
    patient: "p1",
    field: "f1",
    value: "a\nb",
    merged: true,
  };
  const merged = applyChange(base, change);
  if (merged.result !== "applied") throw new Error(merged.result);
  expect(merged.base.rows.get("p1")?.patient.merged).toEqual(["f1"]);
  const next = applyChange(merged.base, { ...change, version: 5, sequence: 13, merged: false });
  if (next.result !== "applied") throw new Error(next.result);
  expect(next.base.rows.get("p1")?.patient.merged).toBeUndefined();
});

/** A server's list: it makes changes as the contract says, and can always be asked for a fresh snapshot. */
class ModelList {
  version = 0;
  sequence = 0;
  rows: Row[] = [];
  readonly log: LiveChange[] = [];

  snapshot(): ListSnapshot {
    return { version: this.version, sequence: this.sequence, list, fields: FIELDS, rows: [...this.rows] };
  }

  #publish(change: Record<string, unknown>) {
    this.version += 1;
    this.log.push({ ...trace, list: "l", version: this.version, sequence: this.sequence, ...change } as LiveChange);
  }

  #before(index: number) {
    return this.rows[index - 1]?.patient.id ?? null;
  }

  /** Does what three numbers say; the team's sequence also grows by what this list does not show. */
  act(kind: number, which: number, what: number) {
    this.sequence += 1 + (what % 3);
    const at = this.rows.length > 0 ? which % this.rows.length : -1;
    const target = this.rows[at];
    if (kind === 0 || !target) {
      const added = row(`p${this.sequence}`);
      const index = which % (this.rows.length + 1);
      this.rows = this.rows.toSpliced(index, 0, added);
      this.#publish({ type: "row", what: "added", row: added, after: this.#before(index) });
    } else if (kind === 1) {
      const field = what % 4;
      const changed = field < 3 ? { ...target, values: target.values.with(field, `v${this.sequence}`) } : target;
      this.rows = this.rows.with(at, changed);
      this.#publish({
        type: "value",
        patient: target.patient.id,
        field: `f${field + 1}`,
        value: `v${this.sequence}`,
        merged: false,
      });
    } else if (kind === 2) {
      this.rows = this.rows.toSpliced(at, 1);
      this.#publish({ type: "row_removed", patient: target.patient.id });
    } else if (kind === 3) {
      const others = this.rows.toSpliced(at, 1);
      const index = what % (others.length + 1);
      this.rows = others.toSpliced(index, 0, target);
      this.#publish({ type: "moved", patient: target.patient.id, after: this.#before(index) });
    } else if (kind === 4) {
      this.rows = this.rows.with(at, { ...target, patient: { ...target.patient, notes: what } });
      this.#publish({ type: "note", patient: target.patient.id, notes: what, note: { id: "n" } });
    } else {
      this.rows = this.rows.with(at, { ...target, patient: { ...target.patient, status: "discharged" } });
      this.#publish({ type: "row", what: "status", row: this.rows[at], after: this.#before(at) });
    }
  }
}

const actions = fc.array(fc.tuple(fc.nat(5), fc.nat(20), fc.nat(20)), { maxLength: 40 });
const asSnapshot = (held: ListBase): ListSnapshot => ({
  version: held.version,
  sequence: held.sequence,
  list,
  fields: held.fields,
  rows: held.order.map((id) => held.rows.get(id) as Row),
});

test("snapshot plus changes equals a fresh snapshot, from wherever one begins and with repetitions", () => {
  fc.assert(
    fc.property(actions, fc.nat(40), fc.nat(5), (steps, openedAt, repeated) => {
      const server = new ModelList();
      let held: ListBase | undefined;
      steps.forEach(([kind, which, what], index) => {
        if (index === Math.min(openedAt, steps.length - 1)) held = baseOf(server.snapshot());
        server.act(kind, which, what);
      });
      if (!held) return;
      const from = Math.max(0, held.version - repeated);
      for (const change of server.log.slice(from)) {
        const applied = applyChange(held, change);
        if (applied.result === "applied") held = applied.base;
        else expect(applied.result).toBe("old");
      }
      expect({ ...asSnapshot(held), sequence: 0 }).toEqual({ ...server.snapshot(), sequence: 0 });
    }),
  );
});

test("whichever change is lost, the next one is seen to be a gap", () => {
  fc.assert(
    fc.property(actions, fc.nat(40), (steps, lost) => {
      const server = new ModelList();
      for (const [kind, which, what] of steps) server.act(kind, which, what);
      let held = baseOf({ version: 0, sequence: 0, list, fields: FIELDS, rows: [] });
      for (const [index, change] of server.log.entries()) {
        if (index === lost) continue;
        const applied = applyChange(held, change);
        if (index > lost) expect(applied.result).toBe("gap");
        if (applied.result === "applied") held = applied.base;
      }
    }),
  );
});
