import type { Texts } from "../../i18n/bundle";
import type { FoundColumn } from "./sheet.types";

/** The letters by which spreadsheet programs name a column: A to Z, AA and so on. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** A column as a person knows it: by its header, else by its letters. */
export function columnWords(columns: readonly FoundColumn[], index: number, text: Texts["text"]): string {
  const header = columns[index]?.header ?? "";
  return header === "" ? text("column-letters", { letters: columnLetters(index) }) : header;
}
