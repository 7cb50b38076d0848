import type { Identity } from "../api/types";
import type { TextId } from "../generated/textIds";
import type { Texts } from "../i18n/bundle";
import { literal } from "../i18n/literal";
import { clinicalDate } from "./clinicalDate.model";
import { groupedNumber, identityWords, numberLabel } from "./identity.model";

/** One part of two identities, in words. */
export interface ComparedPart {
  readonly label: TextId;
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly differs: boolean;
}

type PartWords = readonly (readonly [TextId, readonly string[]])[];

/** An identity part by part, in the order in which people compare them; what is missing says so. */
function partsOf(identity: Identity, today: string, texts: Texts): PartWords {
  const { text, language } = texts;
  const words = identityWords(identity, today, texts);
  const missing = text("not-recorded");
  const numbers = (identity.identifiers ?? []).map((each) => `${numberLabel(each, texts)} ${groupedNumber(each)}`);
  return [
    ["family-name", [identity.family == null ? missing : words.family]],
    ["given-name", [identity.given == null ? missing : literal(identity.given)]],
    ["title-of-person", [words.title ?? missing]],
    ["birth-date", [identity.birth_date == null ? missing : clinicalDate(identity.birth_date, language)]],
    ["sex", [identity.sex == null ? missing : words.sex]],
    ["identity-numbers", numbers.length > 0 ? numbers.toSorted() : [missing]],
  ];
}

/** Two identities part by part, with what differs marked. Letters count, their case in a family name does not. */
export function compareIdentities(
  first: Identity,
  second: Identity,
  today: string,
  texts: Texts,
): readonly ComparedPart[] {
  const others = new Map(partsOf(second, today, texts));
  return partsOf(first, today, texts).map(([label, words]) => {
    const other = others.get(label) ?? [];
    return { label, first: words, second: other, differs: words.join("\n") !== other.join("\n") };
  });
}
