import type { Identifier, Identity, Sex } from "../api/types";
import type { Texts } from "../i18n/bundle";
import { LOCALES } from "../i18n/language";
import { literal } from "../i18n/literal";
import { findAge } from "./age.model";
import { clinicalDate } from "./clinicalDate.model";

/** The parts of an identity in the order in which people compare them (PAL-0550). */
export const PARTS = ["family", "given", "birth", "number"] as const;
export type IdentityPart = (typeof PARTS)[number];

/** An identity in words, ready to be laid out; a part that everybody has is never blank. */
export interface IdentityWords {
  /** `SMITH` */
  readonly family: string;
  /** `Ben`; a person may be known by the family name alone, and "unknown" beside it would read as a name */
  readonly given: string | undefined;
  /** `Mr` */
  readonly title: string | undefined;
  /** `Born 14-Jul-1945 (81y)` */
  readonly born: string;
  /** `Male` */
  readonly sex: string;
  /** `MRN`, undefined where there is no number */
  readonly numberLabel: string | undefined;
  /** `943 476 5919` */
  readonly number: string;
}

const NATIONAL_TYPES = new Set(["NI", "NH", "SS"]);
const NHS_SYSTEM = "https://fhir.nhs.uk/Id/nhs-number";

/** The number by which a patient is named: the medical record number, else a national one, else the first. */
export function mainIdentifier(identity: Identity): Identifier | undefined {
  const identifiers = identity.identifiers ?? [];
  return (
    identifiers.find(({ type }) => type === "MR") ??
    identifiers.find(({ type }) => NATIONAL_TYPES.has(type)) ??
    identifiers[0]
  );
}

const grouped = (digits: string, lengths: readonly number[], separator: string) => {
  let from = 0;
  return lengths
    .map((length) => {
      from += length;
      return digits.slice(from - length, from);
    })
    .join(separator);
};

/** A number as its country groups it; any other as it is written. The spaces do not break. */
export function groupedNumber({ type, value }: Identifier): string {
  const written = literal(value);
  const compact = written.replace(/[\s.-]/g, "");
  if (type === "SS" && /^\d{9}$/.test(compact)) return grouped(compact, [3, 2, 4], "-");
  if (!NATIONAL_TYPES.has(type)) return written;
  // NHS number: 943 476 5919.
  if (/^\d{10}$/.test(compact)) return grouped(compact, [3, 3, 4], "\u00a0");
  // French NIR with its key: 1 85 05 78 006 084 36 (2A and 2B are Corsica).
  if (/^[1-478]\d{4}(\d{2}|2[AB])\d{8}$/i.test(compact)) return grouped(compact, [1, 2, 2, 2, 3, 3, 2], "\u00a0");
  return written;
}

/** What kind of number it is, in words. */
export function numberLabel({ type, system }: Identifier, { text }: Texts): string {
  if (type === "MR") return text("number-mr");
  if (system === NHS_SYSTEM) return text("number-nhs");
  if (NATIONAL_TYPES.has(type)) return text("number-national");
  return literal(type);
}

function bornWords(identity: Identity, today: string, { text, language }: Texts): string {
  if (!identity.birth_date) return text("born-not-recorded");
  const date = clinicalDate(identity.birth_date, language);
  const age = findAge(identity.birth_date, today);
  if (!age) return text("born", { date });
  const words =
    age.to === undefined
      ? text(`age-${age.unit}`, { count: age.count })
      : text("age-between", { from: age.count, to: age.to });
  return text("born-with-age", { date, age: words });
}

const SEX_TEXTS = {
  female: "sex-female",
  male: "sex-male",
  other: "sex-other",
  unknown: "sex-unknown",
} as const satisfies Record<Sex, string>;

/** Words an identity; `today` is the day in the team's time zone. */
export function identityWords(identity: Identity, today: string, texts: Texts): IdentityWords {
  const { text, language } = texts;
  const identifier = mainIdentifier(identity);
  return {
    family: literal(identity.family ?? text("unknown")).toLocaleUpperCase(LOCALES[language]),
    given: identity.given == null ? undefined : literal(identity.given),
    title: identity.prefix == null ? undefined : literal(identity.prefix),
    born: bornWords(identity, today, texts),
    sex: text(identity.sex ? SEX_TEXTS[identity.sex] : "sex-not-recorded"),
    numberLabel: identifier && numberLabel(identifier, texts),
    number: identifier ? groupedNumber(identifier) : text("number-not-recorded"),
  };
}

/** `SMITH, Ben (Mr)`; `SMITH` where no given name is recorded. */
export function nameWords({ family, given, title }: IdentityWords): string {
  const name = given === undefined ? family : `${family}, ${given}`;
  return title === undefined ? name : `${name} (${title})`;
}

/** The whole identity in one line, for announcements, menus and copied text. */
export function identityLine(words: IdentityWords): string {
  const number = words.numberLabel === undefined ? words.number : `${words.numberLabel} ${words.number}`;
  return [nameWords(words), words.born, words.sex, number].join(", ");
}
