import { Button, Input, Select } from "@fluentui/react-components";
import { useId, useLayoutEffect, useRef, useState } from "react";
import type { TextId } from "../../generated/textIds";
import { useText } from "../../i18n/useText";
import { Hidden } from "../../ui/Hidden";
import styles from "./ConsciousnessLines.module.css";
import { contradictions, LEVELS, type Level, type Line, type MapPart, withLine } from "./consciousness.model";

const TITLES: Record<MapPart, TextId> = {
  observations: "news2-map-observations",
  codes: "news2-map-codes",
  texts: "news2-map-texts",
};
const ADD: Record<MapPart, TextId> = {
  observations: "news2-map-add-observation",
  codes: "news2-map-add-code",
  texts: "news2-map-add-words",
};

interface ConsciousnessLinesProps {
  readonly part: MapPart;
  readonly lines: readonly Line[];
  readonly setLines: (lines: readonly Line[]) => void;
  /** The id of a list of code systems to choose from. */
  readonly systems: string;
}

/** Where the focus goes on after a line came or went: into the new line, or to the button that makes one. */
function useFocusAfter() {
  const group = useRef<HTMLDivElement>(null);
  const [next, setNext] = useState<string>();
  useLayoutEffect(() => {
    if (next === undefined) return;
    group.current?.querySelector<HTMLElement>(next)?.focus();
    setNext(undefined);
  }, [next]);
  return { group, setNext };
}

/** One part of the map of consciousness: codes or words, and what they mean. */
export function ConsciousnessLines({ part, lines, setLines, systems }: ConsciousnessLinesProps) {
  const text = useText();
  const titleId = useId();
  const { group, setNext } = useFocusAfter();
  const wrong = contradictions(part, lines);
  const hasCodes = part !== "texts";
  const whatLabel = text(hasCodes ? "news2-map-code" : "news2-map-words");
  const change = (key: number, values: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...values } : line)));
  const add = () => {
    const grown = withLine(lines);
    setLines(grown);
    setNext(`[data-line="${grown.at(-1)?.key}"] input`);
  };
  const remove = (key: number) => {
    setLines(lines.filter((line) => line.key !== key));
    setNext("[data-add]");
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser
    <div role="group" aria-labelledby={titleId} className={styles.group} ref={group}>
      <h3 id={titleId}>{text(TITLES[part])}</h3>
      <ul className={styles.lines}>
        {lines.map((line, index) => {
          const numbered = (label: string) => text("news2-map-line", { label, number: index + 1 });
          return (
            <li key={line.key} className={styles.line} data-line={line.key}>
              {hasCodes && (
                <Input
                  className={styles.system ?? ""}
                  value={line.system}
                  list={systems}
                  maxLength={2000}
                  autoComplete="off"
                  placeholder={text("news2-map-any-system")}
                  aria-label={numbered(text("news2-map-system"))}
                  onChange={(_, { value }) => change(line.key, { system: value })}
                />
              )}
              <Input
                className={styles.what ?? ""}
                value={line.what}
                maxLength={200}
                autoComplete="off"
                aria-label={numbered(whatLabel)}
                aria-invalid={wrong.includes(line)}
                onChange={(_, { value }) => change(line.key, { what: value })}
              />
              {part !== "observations" && (
                <Select
                  value={line.means}
                  aria-label={numbered(text("news2-map-means"))}
                  onChange={(_, { value }) => change(line.key, { means: value as Level })}
                >
                  {LEVELS.map((level) => (
                    <option key={level} value={level}>
                      {text(`news2-level-${level}`)}
                    </option>
                  ))}
                </Select>
              )}
              <Button size="small" onClick={() => remove(line.key)}>
                {text("remove")}
                <Hidden> {line.what === "" ? numbered(whatLabel) : line.what}</Hidden>
              </Button>
            </li>
          );
        })}
      </ul>
      <Button className={styles.fit ?? ""} data-add onClick={add}>
        {text(ADD[part])}
      </Button>
    </div>
  );
}
