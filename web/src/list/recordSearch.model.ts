import type { EhrSearch } from "../api/record";
import type { Sex } from "../api/types";
import { parseDateInput } from "../fields/dateInput.model";
import type { Texts } from "../i18n/bundle";
import type { IdentityDraft } from "../patient/identityForm.model";

/** A search while it is typed. */
export interface SearchDraft {
  readonly family: string;
  readonly given: string;
  /** As typed. */
  readonly born: string;
  readonly sex: Sex | "";
  readonly mrn: string;
  readonly id: string;
  readonly reason: string;
}

export const NO_SEARCH: SearchDraft = { family: "", given: "", born: "", sex: "", mrn: "", id: "", reason: "" };

/** What is missing or wrong, by field. */
export type SearchProblems = Partial<Record<keyof SearchDraft, string>>;

export type SearchRead =
  | { readonly ok: true; readonly search: EhrSearch }
  | { readonly ok: false; readonly problems: SearchProblems };

/** What was searched by, as the beginning of an identity that is typed in. */
export function identityOfSearch({ family, given, born, sex, mrn }: SearchDraft): Partial<IdentityDraft> {
  return { family, given, born, sex, numbers: [{ key: 0, type: "MR", value: mrn, system: undefined }] };
}

const WHOLE_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What is missing among the names and the sex, said at the first that is empty. */
function missingName(draft: SearchDraft, { text }: Texts): SearchProblems {
  const names = ["family", "given", "sex"] as const;
  const empty = names.filter((name) => draft[name].trim() === "");
  const first = empty[0];
  const missing = 2 - (names.length - empty.length);
  return first === undefined || missing <= 0 ? {} : { [first]: text("search-two-more", { count: missing }) };
}

/**
 * Reads the form. The server decides whether a search is too wide; what it would lack is said here at its field before it is asked. A number
 * suffices by itself, else it takes the whole birth date and two of the others.
 */
export function readSearch(draft: SearchDraft, today: string, needsReason: boolean, texts: Texts): SearchRead {
  const { text } = texts;
  const isNumbered = draft.mrn.trim() !== "" || draft.id.trim() !== "";
  const isBornGiven = draft.born.trim() !== "";
  const born = isBornGiven ? parseDateInput(draft.born, { today, isBirthDate: true }) : undefined;
  const isWhole = born !== undefined && WHOLE_DATE.test(born);
  const problems: SearchProblems = {
    ...(isBornGiven && !isWhole ? { born: text("search-born-whole") } : {}),
    ...(!isBornGiven && !isNumbered ? { born: text("search-born-needed") } : {}),
    ...(isNumbered ? {} : missingName(draft, texts)),
    ...(needsReason && draft.reason.trim() === "" ? { reason: text("search-reason-needed") } : {}),
  };
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const part = (name: "family" | "given" | "mrn" | "id" | "reason") =>
    draft[name].trim() === "" ? {} : { [name]: draft[name].trim() };
  return {
    ok: true,
    search: {
      ...part("family"),
      ...part("given"),
      ...(born === undefined ? {} : { birth_date: born }),
      ...(draft.sex === "" ? {} : { sex: draft.sex }),
      ...part("mrn"),
      ...part("id"),
      ...part("reason"),
    },
  };
}
