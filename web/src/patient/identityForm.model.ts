import type { Identifier, Identity, Sex } from "../api/types";
import { parseDateInput } from "../fields/dateInput.model";
import type { TextId } from "../generated/textIds";
import type { Language } from "../i18n/language";
import { clinicalDate } from "./clinicalDate.model";

/** A number while it is typed; who gives it is kept as it was. */
export interface NumberDraft {
  /** Stays the same while the form is open. */
  readonly key: number;
  readonly type: string;
  readonly value: string;
  readonly system: string | undefined;
}

/** An identity while it is typed. */
export interface IdentityDraft {
  readonly family: string;
  readonly given: string;
  readonly prefix: string;
  readonly sex: Sex | "";
  /** As typed. */
  readonly born: string;
  readonly numbers: readonly NumberDraft[];
}

/** The kinds of number that one can choose; a record may bring others, which stay. */
export const NUMBER_KINDS = ["MR", "NI"] as const;

/** Where the form begins. A new patient is asked for the medical record number. */
export function identityDraft(identity: Identity, language: Language): IdentityDraft {
  const numbers = (identity.identifiers ?? []).map(({ type, value, system }, key) => ({
    key,
    type,
    value,
    system: system ?? undefined,
  }));
  return {
    family: identity.family ?? "",
    given: identity.given ?? "",
    prefix: identity.prefix ?? "",
    sex: identity.sex ?? "",
    born: typeof identity.birth_date === "string" ? clinicalDate(identity.birth_date, language) : "",
    numbers: numbers.length > 0 ? numbers : [{ key: 0, type: "MR", value: "", system: undefined }],
  };
}

/** Adds an empty number of the first kind that is not there yet. */
export function withNumber(draft: IdentityDraft): IdentityDraft {
  const key = Math.max(-1, ...draft.numbers.map((number) => number.key)) + 1;
  const type = NUMBER_KINDS.find((kind) => !draft.numbers.some((number) => number.type === kind)) ?? "MR";
  return { ...draft, numbers: [...draft.numbers, { key, type, value: "", system: undefined }] };
}

/** What became of the form: an identity, or what is wrong with which part. */
export type IdentityRead =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly problems: Partial<Record<"family" | "born", TextId>> };

function readBorn(born: string, today: string): { readonly birth_date?: string } | TextId {
  if (born.trim() === "") return {};
  const date = parseDateInput(born, { today, isBirthDate: true });
  if (date === undefined) return "not-a-birth-date";
  return date > today ? "birth-date-in-future" : { birth_date: date };
}

function identifiersOf(numbers: readonly NumberDraft[]): readonly Identifier[] {
  return numbers
    .filter(({ value }) => value.trim() !== "")
    .map(({ type, value, system }) => ({
      type,
      value: value.trim(),
      ...(system === undefined ? {} : { system }),
    }));
}

/** Reads the form; nobody can be told from others without a name or a number. */
export function readIdentity(draft: IdentityDraft, today: string): IdentityRead {
  const part = (name: "family" | "given" | "prefix") => {
    const value = draft[name].trim();
    return value === "" ? {} : { [name]: value };
  };
  const identifiers = identifiersOf(draft.numbers);
  const names = { ...part("family"), ...part("given") };
  const isNobody = Object.keys(names).length === 0 && identifiers.length === 0;
  const born = readBorn(draft.born, today);
  if (isNobody || typeof born === "string") {
    return {
      ok: false,
      problems: {
        ...(isNobody ? { family: "name-or-number-needed" } : {}),
        ...(typeof born === "string" ? { born } : {}),
      },
    };
  }
  const sex = draft.sex === "" ? {} : { sex: draft.sex };
  return { ok: true, identity: { ...names, ...part("prefix"), ...sex, ...born, identifiers } };
}
