import type { Identity } from "../../api/types";
import type { ImportRow, PreviewRow } from "./sheet.types";

/** What to do with a row that may be somebody whom the team has: that patient, somebody else, or leave the row out. */
export type RowAnswer =
  | { readonly answer: "same"; readonly patient: string }
  | { readonly answer: "distinct" }
  | { readonly answer: "leave-out" };

export type RowAnswers = ReadonlyMap<string, RowAnswer>;

/** A row's key: the number of its row and which patient of that row it is. */
export const rowKey = ({ number, line }: Pick<PreviewRow, "number" | "line">): string => `${number}/${line}`;

/** The rows that still need an answer. */
export function openQuestions(rows: readonly PreviewRow[], answers: RowAnswers): readonly PreviewRow[] {
  return rows.filter((row) => row.duplicate && !answers.has(rowKey(row)));
}

/** The rows as they are imported: with their answers, and without those that are left out. */
export function rowsToImport(rows: readonly PreviewRow[], answers: RowAnswers): readonly ImportRow[] {
  return rows.flatMap((row) => {
    const answer = row.duplicate ? answers.get(rowKey(row)) : undefined;
    if (!answer) return [row.row];
    return answer.answer === "leave-out" ? [] : [{ ...row.row, duplicate: answer }];
  });
}

const identityWords = (identity: Identity) => JSON.stringify(identity);

/**
 * The answers that still hold after the sheet was read again with another mapping: those to rows whose patient is the same as before. A
 * decision about one person must never be carried over to another one.
 */
export function keptAnswers(
  before: readonly PreviewRow[],
  after: readonly PreviewRow[],
  answers: RowAnswers,
): RowAnswers {
  const former = new Map(before.map((row) => [rowKey(row), row]));
  const kept = after.flatMap((row): [string, RowAnswer][] => {
    const key = rowKey(row);
    const [answer, was] = [answers.get(key), former.get(key)];
    const isSame = was && identityWords(was.row.identity) === identityWords(row.row.identity);
    const isOffered =
      answer?.answer !== "same" || row.duplicate?.patients.some(({ id }) => id === answer.patient) === true;
    return answer && isSame && isOffered ? [[key, answer]] : [];
  });
  return new Map(kept);
}
