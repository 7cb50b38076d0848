// Controls that reorder the text around them (embeddings, overrides, isolates) and characters without a shape. A name
// or a note that holds one could make its neighbour read differently, so that they are shown as what they are.
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const ALLOWED = new Set(["\n", "\t"]);

/** Makes characters visible that would otherwise be invisible and act on the text around them. */
export function literal(text: string): string {
  return text.replace(HIDDEN, (character) => {
    if (ALLOWED.has(character)) return character;
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200e\u200f\u061c]/u;

/** The text made safe to stand inside a sentence: literal, and isolated where its direction could leak out. */
export function isolated(text: string): string {
  const visible = literal(text);
  return RIGHT_TO_LEFT.test(visible) ? `\u2068${visible}\u2069` : visible;
}
