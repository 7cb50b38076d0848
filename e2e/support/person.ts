import { randomBytes } from "node:crypto";
import type { Credentials } from "./api";
import type { DemoServer } from "./server";
import { apiOf, personOf } from "./ward";

/** Somebody whom only one test signs in. */
export type Person = Credentials & { readonly name: string; readonly id: string };

/** Makes somebody of whom nothing is known to other tests. */
export async function makePerson(hospital: DemoServer, language: "en" | "fr"): Promise<Person> {
  const mark = randomBytes(4).toString("hex");
  const made = { user: `person-${mark}`, name: `Person ${mark}`, password: "a password of their own" };
  const api = await apiOf(hospital, personOf(hospital, "admin"));
  const { user } = await api.organization({ type: "create_user", language, ...made });
  return { ...made, id: user ?? "" };
}
