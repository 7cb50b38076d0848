import type { TextId } from "../generated/textIds";
import { literal } from "../i18n/literal";
import type { Concept, Measured, Observation } from "./chart.types";
import { localMinute } from "./chartTime.model";

/** A vital sign as a column of its own; the record's name where it is none of those that we know. */
export interface Sign {
  readonly id: string;
  readonly label: TextId | undefined;
  readonly name: string;
}

/** One value of a sign at one time. Blood pressure has two measured amounts, of which one may be missing. */
export interface Reading {
  readonly value: Measured | undefined;
  /** Of blood pressure: the lower value. `value` is the upper one. */
  readonly lower?: Measured | undefined;
  /** FHIR's status, where it says more than that the value stands. */
  readonly status: string | undefined;
}

/** What was observed at one time. */
export interface VitalRow {
  readonly key: string;
  /** As the record wrote it; undefined where it gave no time. */
  readonly time: string | undefined;
  readonly cells: ReadonlyMap<string, readonly Reading[]>;
}

export interface Vitals {
  readonly signs: readonly Sign[];
  /** Newest first; what has no time comes last. */
  readonly rows: readonly VitalRow[];
}

export const BLOOD_PRESSURE = "blood-pressure";
type Side = "upper" | "lower";

const LABELS: readonly (readonly [string, TextId])[] = [
  ["respiration", "vital-respiration"],
  ["spo2", "vital-spo2"],
  ["oxygen", "vital-oxygen"],
  [BLOOD_PRESSURE, "blood-pressure"],
  ["pulse", "vital-pulse"],
  ["consciousness", "vital-consciousness"],
  ["temperature", "vital-temperature"],
];

/** The codes of the signs of NEWS2 (ward-safety, "Scores and flow"), and diastolic pressure. */
const CODES: Readonly<Record<string, { readonly sign: string; readonly side?: Side }>> = {
  "9279-1": { sign: "respiration" },
  "59408-5": { sign: "spo2" },
  "2708-6": { sign: "spo2" },
  "3151-8": { sign: "oxygen" },
  "3150-6": { sign: "oxygen" },
  "8480-6": { sign: BLOOD_PRESSURE, side: "upper" },
  "8462-4": { sign: BLOOD_PRESSURE, side: "lower" },
  "8867-4": { sign: "pulse" },
  "67775-7": { sign: "consciousness" },
  "80288-4": { sign: "consciousness" },
  "1104441000000107": { sign: "consciousness" },
  "8310-5": { sign: "temperature" },
};

/** Statuses that say no more than that the value stands. */
const PLAIN_STATUSES = new Set(["final"]);

interface Fact {
  readonly sign: Sign;
  readonly side: Side | undefined;
  readonly value: Measured | undefined;
  readonly status: string | undefined;
  /** The observation that it is a component of. */
  readonly panel: Observation | undefined;
}

function kindOf({ text, codings = [] }: Concept): { readonly sign: Sign; readonly side: Side | undefined } {
  const known = codings.map(({ code }) => CODES[code]).find((kind) => kind !== undefined);
  if (known) {
    const label = LABELS.find(([id]) => id === known.sign)?.[1];
    return { sign: { id: known.sign, label, name: text }, side: known.side };
  }
  return { sign: { id: `other ${codings[0]?.code ?? text}`, label: undefined, name: literal(text) }, side: undefined };
}

/** What an observation says: one fact, or one a component. */
function factsOf(observation: Observation): readonly Fact[] {
  const { what, value, components = [], status } = observation;
  const said = status == null ? "unknown" : PLAIN_STATUSES.has(status) ? undefined : status;
  const ofComponents = components.map((component) => ({
    ...kindOf(component.what),
    value: component.value ?? undefined,
    status: said,
    panel: observation,
  }));
  if (value == null && ofComponents.length > 0) return ofComponents;
  return [{ ...kindOf(what), value: value ?? undefined, status: said, panel: undefined }, ...ofComponents];
}

/** The readings of one sign at one time; upper and lower of one blood pressure come together. */
function readingsOf(facts: readonly Fact[]): readonly Reading[] {
  const pairs: { panel: Observation | undefined; upper?: Fact; lower?: Fact }[] = [];
  const singles: Reading[] = [];
  for (const fact of facts) {
    const { side, panel } = fact;
    if (side === undefined) singles.push({ value: fact.value, status: fact.status });
    else {
      const open = pairs.find((pair) => pair.panel === panel && pair[side] === undefined);
      if (open) open[side] = fact;
      else pairs.push({ panel, [side]: fact });
    }
  }
  const ofPairs = pairs.map(({ upper, lower }) => ({
    value: upper?.value,
    lower: lower?.value,
    status: upper?.status ?? lower?.status,
  }));
  return [...singles, ...ofPairs];
}

/** Where an observation stands: by the minute, else by what is known of its day. */
const keyOf = ({ effective }: Observation, timeZone: string): string =>
  effective == null ? "" : (localMinute(effective, timeZone) ?? effective);

/** The vital signs as a table: newest first, grouped by the minute in the team's time zone, one column a sign. */
export function vitalsOf(observations: readonly Observation[], timeZone: string): Vitals {
  const signs = new Map<string, Sign>();
  const groups = new Map<string, { time: string | undefined; facts: Map<string, Fact[]> }>();
  for (const observation of observations) {
    const key = keyOf(observation, timeZone);
    const group = groups.get(key) ?? { time: observation.effective ?? undefined, facts: new Map() };
    groups.set(key, group);
    for (const fact of factsOf(observation)) {
      if (!signs.has(fact.sign.id)) signs.set(fact.sign.id, fact.sign);
      group.facts.set(fact.sign.id, [...(group.facts.get(fact.sign.id) ?? []), fact]);
    }
  }
  const order = LABELS.map(([id]) => id as string);
  const place = ({ id }: Sign) => (order.includes(id) ? order.indexOf(id) : order.length);
  const rows = [...groups]
    // ISO strings sort by time, a day before the minutes of that day; the empty one comes last.
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([key, { time, facts }]) => ({
      key,
      time,
      cells: new Map([...facts].map(([sign, found]) => [sign, readingsOf(found)])),
    }));
  return { signs: [...signs.values()].toSorted((a, b) => place(a) - place(b)), rows };
}
