import type { ChartSource, FieldType } from "../../api/types";
import type { TextId } from "../../generated/textIds";

/** The types of a field in words, in the order in which they are offered. */
export const FIELD_TYPES: Record<FieldType, TextId> = {
  short_text: "type-short-text",
  long_text: "type-long-text",
  choice: "type-choice",
  choices: "type-choices",
  checkbox: "type-checkbox",
  checklist: "type-checklist",
  number: "type-number",
  date: "type-date",
  date_time: "type-date-time",
  member: "type-member",
  place: "type-place",
  chart: "type-chart",
};

/** What a field from the record can show, in words, in the order in which it is offered. */
export const CHART_SOURCES: Record<ChartSource, TextId> = {
  vital_signs: "chart-source-vital-signs",
  news2: "chart-source-news2",
  allergies: "chart-source-allergies",
  conditions: "chart-source-conditions",
  medications: "chart-source-medications",
  place: "chart-source-place",
};

export const hasOptions = (type: FieldType): boolean => type === "choice" || type === "choices";
