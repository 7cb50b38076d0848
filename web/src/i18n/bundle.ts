import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { TextId } from "../generated/textIds";
import { type Language, LOCALES } from "./language";
import { isolated } from "./literal";

/** What a text is filled with. Strings are shown literally and isolated; numbers follow the language's plural rules. */
export type TextArguments = Record<string, string | number>;

/** All texts of one language. */
export interface Texts {
  readonly language: Language;
  /** Words a text; each id exists in both languages, which the compiler and a test hold. */
  text(id: TextId, values?: TextArguments): string;
  /** Words a text whose id comes from outside (a problem's code); undefined where there is none. */
  findText(id: string, values?: TextArguments): string | undefined;
}

/** Reads the source of a language's texts. */
export function makeTexts(language: Language, source: string): Texts {
  const bundle = new FluentBundle(LOCALES[language], { useIsolating: false });
  bundle.addResource(new FluentResource(source));

  function findText(id: string, values: TextArguments = {}): string | undefined {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) return undefined;
    const safe: Record<string, FluentVariable> = {};
    for (const [name, value] of Object.entries(values))
      safe[name] = typeof value === "string" ? isolated(value) : value;
    // A missing variable is shown as its name; better than losing the sentence.
    return bundle.formatPattern(pattern, safe, []);
  }

  return { language, findText, text: (id, values) => findText(id, values) ?? id };
}

/** Loads a language: only the one that is read crosses the network. */
export async function loadTexts(language: Language): Promise<Texts> {
  const { default: source } = language === "fr" ? await import("./fr") : await import("./en");
  return makeTexts(language, source);
}
