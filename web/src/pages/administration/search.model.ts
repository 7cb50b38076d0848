const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .trim()
    .toLowerCase();

/** The items of which one of the words contains what is sought, whatever the accents and capitals. */
export function findBy<T>(items: readonly T[], wordsOf: (item: T) => readonly string[], sought: string): readonly T[] {
  const wanted = folded(sought);
  return wanted === "" ? items : items.filter((item) => wordsOf(item).some((word) => folded(word).includes(wanted)));
}
