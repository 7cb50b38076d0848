import type { Credentials } from "./api";
import type { DemoServer } from "./server";
import { apiOf, personOf } from "./ward";

/** Somebody whom only one test signs in. */
export type Person = Credentials & { readonly name: string; readonly id: string };

let people = 0;

/** Makes somebody of whom nothing is known to other tests. */
export async function makePerson(hospital: DemoServer, language: "en" | "fr"): Promise<Person> {
  people += 1;
  const made = { user: `person${people}`, name: `Person ${people}`, password: "a password of their own" };
  const api = await apiOf(hospital, personOf(hospital, "admin"));
  const { user } = await api.organization({ type: "create_user", language, ...made });
  return { ...made, id: user ?? "" };
}
