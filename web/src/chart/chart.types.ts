import type { components } from "../generated/api";

// Names for the shapes of a chart on the wire.

type Schemas = components["schemas"];

export type Chart = Schemas["Chart"];
export type ChartView = Schemas["ChartView"];
export type PartStatus = Schemas["PartStatus"];
export type PartName = Schemas["PartName"];
export type Issue = Schemas["Issue"];
export type EhrProblem = Schemas["EhrProblem"];

export type Concept = Schemas["Concept"];
export type Measured = Schemas["Measured"];
export type Observation = Schemas["Part_Observation"]["items"][number];
export type Allergy = Schemas["Part_Allergy"]["items"][number];
export type Reaction = Schemas["Reaction"];
export type Condition = Schemas["Part_Condition"]["items"][number];
export type Medication = Schemas["Part_Medication"]["items"][number];
export type Coverage = Schemas["Part_Coverage"]["items"][number];
export type Encounter = Schemas["Part_Encounter"]["items"][number];
export type ChartPatient = Schemas["Part_ChartPatient"]["items"][number];

export type News2 = Schemas["News2"];
export type News2Score = Extract<News2, { readonly type: "scored" }>;
export type News2Total = Schemas["News2Total"];
export type News2Risk = Schemas["News2Risk"];
export type News2Component = Schemas["News2Component"];
export type News2Missing = Schemas["News2Missing"];
export type News2Parameter = Schemas["News2Parameter"];
export type Spo2Scale = Schemas["Spo2Scale"];

/** A part of the chart: what became of reading it, and what it says. */
export interface Part<Item> {
  readonly status: PartStatus;
  readonly items: readonly Item[];
}
