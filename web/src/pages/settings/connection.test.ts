import { expect, test } from "vitest";
import type { EhrConnection } from "../../api/record";
import { connectionDraft, keepsSecret, missingParts, probeOf } from "./connection.model";

const URL = "https://fhir.example.org/r4";
const SET = { sequence: 1, by: "u", at: "2026-11-24T06:00:00Z" };
const CONNECTED: EhrConnection = {
  name: "Record",
  url: URL,
  auth: { type: "client_credentials", client_id: "patients", scope: "tenant/7" },
  fhir_version: "4.0.1",
  set: SET,
};

test("the form begins with the connection that stands, and never with a secret", () => {
  expect(connectionDraft(CONNECTED)).toMatchObject({ clientId: "patients", secret: "", scope: "tenant/7" });
});

test("an empty secret keeps the one that is set, and is not sent", () => {
  const draft = connectionDraft(CONNECTED);
  expect(missingParts(draft, CONNECTED)).toEqual(new Set());
  expect(probeOf(draft).auth).toEqual({ type: "client_credentials", client_id: "patients", scope: "tenant/7" });
});

test("another address or client takes its secret anew", () => {
  const draft = connectionDraft(CONNECTED);
  for (const other of [{ url: "https://other.example.org" }, { clientId: "somebody" }]) {
    expect(keepsSecret({ ...draft, ...other }, CONNECTED)).toBe(false);
    expect(missingParts({ ...draft, ...other }, CONNECTED)).toEqual(new Set(["secret"]));
  }
  expect(probeOf({ ...draft, secret: " s " }).auth).toMatchObject({ client_secret: " s " });
});

test("what was typed for another way to authenticate is not sent", () => {
  const draft = { ...connectionDraft(CONNECTED), secret: "s", auth: "private_key_jwt" as const, scope: " " };
  expect(probeOf(draft).auth).toEqual({ type: "private_key_jwt", client_id: "patients", algorithm: "ES384" });
  expect(probeOf({ ...draft, auth: "none" }).auth).toEqual({ type: "none" });
});

test("without name and address there is nothing to connect", () => {
  expect(missingParts(connectionDraft(undefined), undefined)).toEqual(new Set(["name", "url"]));
});
