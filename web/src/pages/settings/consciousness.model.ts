import type { News2Settings } from "../../api/record";

export type ConsciousnessMap = News2Settings["consciousness"];
/** A level of consciousness: ACVPU. */
export type Level = ConsciousnessMap["texts"][number]["means"];

export const LEVELS = ["alert", "confusion", "voice", "pain", "unresponsive"] as const satisfies Level[];

/** A line of the map while it is edited. What a line has no use for is blank. */
export interface Line {
  /** Stays the same while the form is open. */
  readonly key: number;
  readonly system: string;
  /** A code, or words. */
  readonly what: string;
  readonly means: Level;
}

/** The three parts of the map. */
export type MapPart = "observations" | "codes" | "texts";
export type MapDraft = Readonly<Record<MapPart, readonly Line[]>>;

const keyed = (lines: readonly Omit<Line, "key">[]): readonly Line[] => lines.map((line, key) => ({ ...line, key }));

export function draftOf({ observations, codes, texts }: ConsciousnessMap): MapDraft {
  return {
    observations: keyed(observations.map(({ system, code }) => ({ system: system ?? "", what: code, means: "alert" }))),
    codes: keyed(codes.map(({ coding: { system, code }, means }) => ({ system: system ?? "", what: code, means }))),
    texts: keyed(texts.map(({ text, means }) => ({ system: "", what: text, means }))),
  };
}

/** With one more line, blank, at the end. */
export function withLine(lines: readonly Line[]): readonly Line[] {
  const key = Math.max(-1, ...lines.map((line) => line.key)) + 1;
  return [...lines, { key, system: "", what: "", means: "alert" }];
}

const isFilled = ({ what }: Line) => what.trim() !== "";

/** The map as the server takes it; a line that was left blank is none. */
export function mapOf({ observations, codes, texts }: MapDraft): ConsciousnessMap {
  const coding = ({ system, what }: Line) => ({
    ...(system.trim() === "" ? {} : { system: system.trim() }),
    code: what.trim(),
  });
  return {
    observations: observations.filter(isFilled).map(coding),
    codes: codes.filter(isFilled).map((line) => ({ coding: coding(line), means: line.means })),
    texts: texts.filter(isFilled).map(({ what, means }) => ({ text: what.trim(), means })),
  };
}

/** Words are the same whatever their case and spaces, as the server reads them. */
const folded = (words: string) => words.trim().replace(/\s+/g, " ").toLowerCase();

/** The lines whose code or words are said to mean two different things, which then mean nothing. A code without a system is that code of any system. */
export function contradictions(part: MapPart, lines: readonly Line[]): readonly Line[] {
  if (part === "observations") return [];
  const isSame = (one: Line, other: Line) => {
    if (part === "texts") return folded(one.what) === folded(other.what);
    const systems = [one.system.trim(), other.system.trim()];
    return one.what.trim() === other.what.trim() && (systems.includes("") || systems[0] === systems[1]);
  };
  const filled = lines.filter(isFilled);
  return filled.filter((line) => filled.some((other) => other.means !== line.means && isSame(line, other)));
}
