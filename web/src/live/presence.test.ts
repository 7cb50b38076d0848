import { expect, test } from "vitest";
import type { PresenceMessage } from "../api/types";
import { findEditors, touchedPatients } from "./presence.model";

const message = (...editing: [user: string, patient: string, field?: string][]): PresenceMessage => ({
  list: "l",
  people: editing.map(([user, patient, field]) => ({
    user,
    editing: [field === undefined ? { patient } : { patient, field }],
  })),
  more: 0,
});

test("who else edits a value is known by patient and field; having a patient's page open edits none", () => {
  const editors = findEditors(
    message(["ann", "p1", "f1"], ["ben", "p1", "f1"], ["cat", "p2"], ["me", "p1", "f1"]),
    "me",
  );
  expect([...editors].map(([patient, fields]) => [patient, ...fields])).toEqual([["p1", ["f1", ["ann", "ben"]]]]);
});

test("only rows whose editors are others than before draw again", () => {
  const before = findEditors(message(["ann", "p1", "f1"], ["ben", "p2", "f1"]), "me");
  const after = findEditors(message(["ann", "p1", "f1"], ["ben", "p3", "f1"]), "me");
  expect([...touchedPatients(before, after)].sort()).toEqual(["p2", "p3"]);
});
