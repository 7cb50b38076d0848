import type { KeyboardEvent } from "react";
import type { ChecklistItem, Value } from "../api/types";
import { literal } from "../i18n/literal";
import { Hidden } from "../ui/Hidden";
import { Icon } from "../ui/Icon";
import styles from "./fields.module.css";
import { type EditProps, type FieldUi, read, type ShowProps, useFieldContext } from "./fieldUi";
import { moveInside } from "./moveInside";

const MOST_ITEMS = 100;

export const itemsOf = (value: Value): readonly ChecklistItem[] =>
  Array.isArray(value) ? value.filter((each): each is ChecklistItem => typeof each === "object") : [];

function ShowChecklist({ value }: ShowProps) {
  const { texts } = useFieldContext();
  return (
    <span className={styles.items}>
      {itemsOf(value).map((item, index) => (
        <span key={item.id ?? index} className={item.done ? styles.done : undefined}>
          <Icon name={item.done ? "ticked" : "unticked"} />
          <Hidden>{texts.text(item.done ? "item-done" : "item-open")}</Hidden> <bdi>{literal(item.text)}</bdi>
        </span>
      ))}
    </span>
  );
}

/** The items with an empty one at the end, in which the next is typed. */
function withBlank(items: readonly ChecklistItem[]): readonly ChecklistItem[] {
  const isOpenEnded = items.at(-1)?.text === "" || items.length >= MOST_ITEMS;
  return isOpenEnded ? items : [...items, { text: "", done: false }];
}

function EditChecklist({ draft, onDraft, label, describedBy }: EditProps) {
  const { texts } = useFieldContext();
  const items = withBlank(itemsOf(draft));
  const change = (index: number, part: Partial<ChecklistItem>) =>
    onDraft(withBlank(items.map((item, at) => (at === index ? { ...item, ...part } : item))));

  // Enter in an item that was typed goes on to the next one; in the empty one at the end it ends the edit, as everywhere.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isTyped =
      event.target instanceof HTMLInputElement && event.target.type === "text" && event.target.value !== "";
    if (event.key === "Enter" && isTyped && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      const inputs = [...event.currentTarget.querySelectorAll<HTMLElement>("input[type=text]")];
      inputs[inputs.indexOf(event.target as HTMLElement) + 1]?.focus();
    } else {
      moveInside(event, "input[type=text]");
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend, and the column is it
    <div
      role="group"
      aria-label={label}
      aria-describedby={describedBy}
      className={styles.options}
      onKeyDown={onKeyDown}
    >
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item that was just typed has nothing else, and none moves
        <div key={index} className={styles.item}>
          <input
            type="checkbox"
            checked={item.done}
            onChange={(event) => change(index, { done: event.currentTarget.checked })}
            aria-label={texts.text("item-done-of", { item: item.text })}
            disabled={item.text === ""}
          />
          <input
            type="text"
            className={styles.input}
            value={item.text}
            onChange={(event) => change(index, { text: event.currentTarget.value })}
            aria-label={texts.text("item-number", { number: index + 1 })}
            data-autofocus={index === items.length - 1 ? "" : undefined}
            autoComplete="off"
          />
        </div>
      ))}
    </div>
  );
}

function itemOfLine(line: string): ChecklistItem {
  const mark = /^\s*(?:[-*•]\s*)?(?:\[(?<box>[ xX])\]|(?<sign>[☐☑✓✔]))?\s*/u.exec(line);
  const { box, sign } = mark?.groups ?? {};
  const done = (box !== undefined && box !== " ") || (sign !== undefined && sign !== "☐");
  return { text: line.slice(mark?.[0].length ?? 0).trim(), done };
}

const filled = (items: readonly ChecklistItem[]) => items.filter(({ text }) => text.trim() !== "");

/** Items to tick; every one is shown. */
export const checklist: FieldUi = {
  Show: ShowChecklist,
  Edit: EditChecklist,
  draftOf: (value, _, seed) => (seed === undefined ? itemsOf(value) : [...itemsOf(value), { text: seed, done: false }]),
  valueOf(draft) {
    const items = filled(itemsOf(draft));
    return read(items.length === 0 ? null : items);
  },
  textOf: (value) =>
    itemsOf(value)
      .map(({ text, done }) => `${done ? "☑" : "☐"} ${text}`)
      .join("\n"),
  fromText(text) {
    const items = filled(text.split("\n").map(itemOfLine));
    return read(items.length === 0 ? null : items);
  },
  compare: (a, b) => openItems(a) - openItems(b),
};

const openItems = (value: Value) => itemsOf(value).filter(({ done }) => !done).length;
