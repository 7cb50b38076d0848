import type { Texts } from "../i18n/bundle";
import { codeWords } from "./codes.model";
import { amountWords, measuredWords, unitOfMeasured } from "./measured.model";
import type { Reading, Vitals } from "./vitals.model";

/** The unit that all values of a sign have, to be said once; undefined where they differ or have none. */
export function unitOfSign({ rows }: Vitals, sign: string): string | undefined {
  const readings = rows.flatMap(({ cells }) => cells.get(sign) ?? []);
  const units = new Set(
    readings
      .flatMap(({ value, lower }) => [value, lower])
      .filter((value) => value !== undefined)
      .map((value) => unitOfMeasured(value)),
  );
  const [unit] = units;
  return units.size === 1 ? unit : undefined;
}

/** Upper and lower value with their unit once, where both have the same. */
function pairWords({ value, lower }: Reading, hasUnit: boolean, texts: Texts): string {
  const missing = texts.text("not-recorded").toLocaleLowerCase(texts.language);
  const isOneUnit = value !== undefined && lower !== undefined && unitOfMeasured(value) === unitOfMeasured(lower);
  const write = (amount: Reading["value"], isWhole: boolean) =>
    amount === undefined
      ? missing
      : isWhole
        ? measuredWords(amount, texts.language)
        : amountWords(amount, texts.language);
  return `${write(value, hasUnit && !isOneUnit)}/${write(lower, hasUnit)}`;
}

/** A reading as the record wrote it, without the unit where that is said once for all: `120/80`, `38.4`, `21 (preliminary)`. */
export function readingWords(reading: Reading, commonUnit: string | undefined, texts: Texts): string {
  const { value, status } = reading;
  const hasUnit = commonUnit === undefined;
  const write = hasUnit ? measuredWords : amountWords;
  const words =
    "lower" in reading
      ? pairWords(reading, hasUnit, texts)
      : value === undefined
        ? texts.text("chart-no-value")
        : write(value, texts.language);
  return status === undefined ? words : `${words} (${codeWords(status, texts)})`;
}
