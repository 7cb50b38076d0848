import type { Language } from "../i18n/language";
import { literal } from "../i18n/literal";
import type { Measured } from "./chart.types";

/** The number as the record wrote it, with the language's decimal sign; digits are never changed. */
export const numberWords = (value: string, language: Language): string =>
  language === "fr" ? value.replace(".", ",") : value;

/** The number or the words, without a unit. */
export function amountWords(measured: Measured, language: Language): string {
  if (measured.type !== "quantity") return literal(measured.text);
  return `${measured.comparator ?? ""}${numberWords(measured.value, language)}`;
}

/** The unit of a quantity, for a person to read. */
export function unitOfMeasured(measured: Measured | null | undefined): string | undefined {
  if (measured?.type !== "quantity") return undefined;
  const unit = measured.unit ?? measured.code;
  return unit == null || unit === "" ? undefined : literal(unit);
}

/** As the record wrote it, with its unit: `38.4 °C`. */
export function measuredWords(measured: Measured, language: Language): string {
  const unit = unitOfMeasured(measured);
  const amount = amountWords(measured, language);
  return unit === undefined ? amount : `${amount}\u00a0${unit}`;
}

/** The number of a plain quantity; undefined for a bound (`<`) and for words, which are no point of a plot. */
export function plainNumber(measured: Measured | null | undefined): number | undefined {
  if (measured?.type !== "quantity" || (measured.comparator ?? "") !== "") return undefined;
  const number = Number(measured.value);
  return Number.isFinite(number) ? number : undefined;
}
