import type { RowPatient } from "../../api/types";
import type { PatientView } from "../../api/wire";
import type { Texts } from "../../i18n/bundle";
import { identityLine, identityWords } from "../../patient/identity.model";
import { isMasked } from "../../patient/masked.model";
import { findNameWarnings } from "../../patient/similarNames.model";

interface Sought {
  /** A part of a name or number; empty finds everybody. */
  readonly sought: string;
  readonly today: string;
  readonly texts: Texts;
}

const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}|\s/gu, "")
    .toLowerCase();

/** Who of a list can be merged with a patient: everybody else who fits, those who could be taken for the patient first. */
export function findMergeCandidates(
  patient: Pick<PatientView, "id" | "identity">,
  rows: readonly RowPatient[],
  { sought, today, texts }: Sought,
): readonly RowPatient[] {
  const wanted = folded(sought);
  const others = rows.filter(
    (other) =>
      other.id !== patient.id &&
      !isMasked(other) &&
      folded(identityLine(identityWords(other.identity, today, texts))).includes(wanted),
  );
  const isAlike = ({ id, identity }: RowPatient) =>
    findNameWarnings([
      { id: patient.id, identity: patient.identity },
      { id, identity },
    ]).size > 0;
  const alike = others.filter(isAlike);
  return [...alike, ...others.filter((each) => !alike.includes(each))];
}
