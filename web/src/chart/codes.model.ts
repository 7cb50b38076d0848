import type { Texts } from "../i18n/bundle";
import { literal } from "../i18n/literal";

/** A code of FHIR in words; one that is not known is shown as the record wrote it, never left out. */
export function codeWords(code: string, texts: Texts): string {
  const id = code.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return texts.findText(`chart-code-${id}`) ?? texts.findText(`record-code-${id}`) ?? literal(code);
}

/** Codes in words with commas, those that the record did not give left out. */
export function codesWords(codes: readonly (string | null | undefined)[], texts: Texts): string {
  return codes
    .filter((code) => typeof code === "string" && code !== "")
    .map((code) => codeWords(code as string, texts))
    .join(", ");
}
