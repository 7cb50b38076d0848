import { Button, Input, Select } from "@fluentui/react-components";
import type { Color } from "../../api/types";
import { Chip } from "../../fields/Chip";
import type { TextId } from "../../generated/textIds";
import { useText } from "../../i18n/useText";
import { Hidden } from "../../ui/Hidden";
import { SortableList } from "../../ui/SortableList";
import { movedTo } from "../../ui/sortable.model";
import styles from "./OptionsEditor.module.css";
import { COLORS, type OptionDraft, withOption, withoutOption } from "./options.model";

const COLOR_TEXTS: Record<Color, TextId> = {
  neutral: "color-neutral",
  red: "color-red",
  orange: "color-orange",
  yellow: "color-yellow",
  green: "color-green",
  blue: "color-blue",
  purple: "color-purple",
  grey: "color-grey",
};

interface OptionsEditorProps {
  readonly drafts: readonly OptionDraft[];
  readonly setDrafts: (drafts: readonly OptionDraft[]) => void;
}

const keyOf = ({ key }: OptionDraft) => String(key);

/** The options of a choice: their labels, colours and order. */
export function OptionsEditor({ drafts, setDrafts }: OptionsEditorProps) {
  const text = useText();
  const offered = drafts.filter(({ archived }) => !archived);
  const retired = drafts.filter(({ archived }) => archived);
  const change = (key: number, part: Partial<OptionDraft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  const nameOf = ({ label, key }: OptionDraft) =>
    label === "" ? text("option-number", { number: drafts.findIndex((each) => each.key === key) + 1 }) : label;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser
    <div role="group" aria-label={text("options")} className={styles.editor}>
      {offered.length > 0 && (
        <SortableList
          label={text("options")}
          items={offered}
          keyOf={keyOf}
          nameOf={nameOf}
          onMove={(from, to) => setDrafts([...movedTo(offered, from, to), ...retired])}
        >
          {(draft, index) => (
            <div className={styles.option}>
              <Input
                value={draft.label}
                maxLength={200}
                aria-label={text("option-label", { number: index + 1 })}
                onChange={(_, { value }) => change(draft.key, { label: value })}
              />
              <Select
                value={draft.color}
                aria-label={text("option-color", { number: index + 1 })}
                onChange={(_, { value }) => change(draft.key, { color: value as Color })}
              >
                {COLORS.map((color) => (
                  <option key={color} value={color}>
                    {text(COLOR_TEXTS[color])}
                  </option>
                ))}
              </Select>
              <span aria-hidden="true" className={styles.preview}>
                <Chip option={{ label: nameOf(draft), color: draft.color }} />
              </span>
              <Button size="small" onClick={() => setDrafts(withoutOption(drafts, draft.key))}>
                {text("remove")}
                <Hidden> {nameOf(draft)}</Hidden>
              </Button>
            </div>
          )}
        </SortableList>
      )}
      <Button className={styles.fit ?? ""} onClick={() => setDrafts(withOption(drafts))}>
        {text("add-option")}
      </Button>
      {retired.length > 0 && (
        <>
          <span>{text("retired-options")}</span>
          <ul className={styles.retired}>
            {retired.map((draft) => (
              <li key={draft.key} className={styles.option}>
                <Chip option={{ label: draft.label, color: draft.color }} />
                <Button size="small" onClick={() => change(draft.key, { archived: false })}>
                  {text("offer-again")}
                  <Hidden> {draft.label}</Hidden>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
