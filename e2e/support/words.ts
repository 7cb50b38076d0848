import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

export type Language = "en" | "fr";

/** The words of the interface by their id, of texts that are filled with nothing. */
export type Words = (id: string) => string;

const FOLDER = resolve(import.meta.dirname, "../../web/src/i18n");
const MESSAGE = /^([a-z][\w-]*) = ([^{\n]+)$/gm;

/** Reads the words of a language from where the interface has them, so that a test can speak both. */
export function wordsOf(language: Language): Words {
  const words = new Map<string, string>();
  for (const file of readdirSync(FOLDER).filter((name) => name.startsWith(`${language}.`) && name.endsWith(".ftl"))) {
    for (const [, id = "", text = ""] of readFileSync(resolve(FOLDER, file), "utf8").matchAll(MESSAGE)) {
      words.set(id, text.trim());
    }
  }
  return (id) => {
    const text = words.get(id);
    if (text === undefined) throw new Error(`no text "${id}" without variables in ${FOLDER}/${language}*.ftl`);
    return text;
  };
}
