import { Api, type Credentials } from "./api";
import type { DemoServer, DemoUser } from "./server";

/** A field of a team's schema, as the server tells it. */
export type WardField = { readonly id: string; readonly name: string; readonly type: string };

/** A ward that only one test uses, with the people of the sample hospital in it. */
export type Ward = {
  readonly team: string;
  readonly name: string;
  readonly list: string;
  /** The address of its list. */
  readonly path: string;
  /** The ids of its fields, by name. */
  readonly fields: ReadonlyMap<string, string>;
  /** As its owner, without a browser. */
  readonly api: Api;
  readonly owner: DemoUser;
  readonly member: DemoUser;
  readonly guest: DemoUser;
  readonly userId: (user: DemoUser) => string;
  /** Adds a patient, and answers their id. */
  readonly add: (patient: SamplePatient) => Promise<string>;
  /** Changes a value as the owner, on top of whatever there is. */
  readonly set: (patient: string, field: string, value: unknown) => Promise<void>;
  /** The value that the server has. */
  readonly valueOf: (patient: string, field: string) => Promise<unknown>;
};

/** Somebody on the ward. */
export type SamplePatient = {
  readonly family: string;
  readonly given: string;
  readonly born?: string;
  readonly number?: string;
  readonly values?: Readonly<Record<string, unknown>>;
};

type TeamView = {
  readonly sequence: number;
  readonly schema: { readonly fields: readonly WardField[] };
  readonly lists: readonly { readonly id: string; readonly name: string }[];
};

type ListView = {
  readonly fields: readonly WardField[];
  readonly rows: readonly { readonly patient: { readonly id: string }; readonly values: readonly unknown[] }[];
};

const tokens = new Map<string, Promise<Api>>();

/** Signs in once a user and server: hashing a password takes its time, on purpose. */
export function apiOf(hospital: DemoServer, user: DemoUser): Promise<Api> {
  const key = `${hospital.url} ${user.user}`;
  const known = tokens.get(key);
  if (known) return known;
  const signedIn = Api.signIn(hospital.url, user);
  tokens.set(key, signedIn);
  return signedIn;
}

/** Somebody of the sample hospital, by the name that they sign in with. */
export function personOf(hospital: DemoServer, user: string): DemoUser {
  const found = hospital.users.find((each) => each.user === user);
  if (!found) throw new Error(`the demo has nobody who signs in as ${user}`);
  return found;
}

const auditors = new Map<string, Promise<Credentials>>();

/** Somebody who audits the hospital, and belongs to no team; made once a server. */
export function auditorOf(hospital: DemoServer): Promise<Credentials> {
  const known = auditors.get(hospital.url);
  if (known) return known;
  const make = async () => {
    const administrator = await apiOf(hospital, personOf(hospital, "admin"));
    const auditor = { user: "audrey", password: "sample-audrey-1" };
    await administrator.organization({ type: "create_user", name: "Audrey Blanc", auditor: true, ...auditor });
    return auditor;
  };
  const made = make();
  auditors.set(hospital.url, made);
  return made;
}

let wards = 0;

/** Makes a ward of its own for a test: an owner, a member and a guest who read this language, its fields, and no patient. */
export async function makeWard(hospital: DemoServer, language: "en" | "fr" = "en"): Promise<Ward> {
  const [owner, member] = (language === "en" ? ["ruth", "tom"] : ["claire", "mehdi"]).map((user) =>
    personOf(hospital, user),
  ) as [DemoUser, DemoUser];
  const guest = personOf(hospital, "guest");
  const administrator = await apiOf(hospital, personOf(hospital, "admin"));
  const { users } = await administrator.get<{ users: readonly { id: string; user: string }[] }>("/api/organization");
  const ids = new Map(users.map(({ id, user }) => [user, id]));
  const userId = ({ user }: DemoUser) => ids.get(user) ?? "";
  wards += 1;
  const name = `Ward ${wards} of the tests`;
  const made = await administrator.organization({
    type: "create_team",
    name,
    owner: userId(owner),
    time_zone: "Europe/Paris",
  });
  const team = made.team ?? "";
  const api = await apiOf(hospital, owner);
  await api.team(team, { type: "install_app", mode: "manual" });
  await api.team(team, { type: "add_member", user: userId(member), role: "member" });
  await api.team(team, { type: "add_member", user: userId(guest), role: "guest" });
  const { schema, lists } = await api.get<TeamView>(`/api/teams/${team}`);
  const fields = new Map(schema.fields.map(({ id, name: fieldName }) => [fieldName, id]));
  const list = lists[0]?.id ?? "";
  const idOf = (field: string) => {
    const id = fields.get(field);
    if (id === undefined) throw new Error(`the ward has no field ${field}, but ${[...fields.keys()].join(", ")}`);
    return id;
  };
  return {
    team,
    name,
    list,
    path: `/teams/${team}/lists/${list}`,
    fields,
    api,
    owner,
    member,
    guest,
    userId,
    async add({ family, given, born = "1945-07-14", number, values = {} }) {
      const answer = await api.team(team, {
        type: "add_patient",
        list,
        identity: {
          family,
          given,
          birth_date: born,
          sex: "female",
          identifiers: number === undefined ? [] : [{ type: "MR", value: number }],
        },
        values: Object.entries(values).map(([field, value]) => ({ field: idOf(field), value })),
        distinct: true,
      });
      return answer.patient ?? "";
    },
    async set(patient, field, value) {
      const { sequence } = await api.get<TeamView>(`/api/teams/${team}`);
      await api.team(team, { type: "set_value", patient, field: idOf(field), value, based_on: sequence });
    },
    async valueOf(patient, field) {
      const view = await api.get<ListView>(`/api/teams/${team}/lists/${list}`);
      const at = view.fields.findIndex(({ id }) => id === idOf(field));
      return view.rows.find((row) => row.patient.id === patient)?.values[at] ?? null;
    },
  };
}
