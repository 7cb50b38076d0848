import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useText } from "../i18n/useText";
import { announce } from "./announcer";
import { Icon } from "./Icon";
import styles from "./SortableList.module.css";
import { placeAt } from "./sortable.model";

interface SortableListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly nameOf: (item: T) => string;
  /** Undefined where the reader may not change the order. */
  readonly onMove: ((from: number, to: number) => void) | undefined;
  readonly children: (item: T, index: number) => ReactNode;
}

/**
 * A list whose order is changed by dragging an item's handle, or with the arrow keys on it; a page whose items have menus offers the same
 * there. A move by key is read out, and the focus goes with the item.
 */
export function SortableList<T>({ label, items, keyOf, nameOf, onMove, children }: SortableListProps<T>) {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number }>();
  const moved = useRef<string>(undefined);

  // The browser takes the focus from what is put elsewhere.
  useLayoutEffect(() => {
    const index = items.findIndex((item) => keyOf(item) === moved.current);
    list.current?.children[index]?.querySelector<HTMLElement>("[data-handle]")?.focus();
    moved.current = undefined;
  }, [items, keyOf]);

  const middles = () =>
    [...(list.current?.children ?? [])].map((child) => {
      const { top, height } = child.getBoundingClientRect();
      return top + height / 2;
    });
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const to = event.key === "ArrowUp" ? index - 1 : event.key === "ArrowDown" ? index + 1 : undefined;
    const item = items[index];
    if (to === undefined || item === undefined || !onMove) return;
    event.preventDefault();
    if (to < 0 || to >= items.length) return;
    moved.current = keyOf(item);
    onMove(index, to);
    announce(text("moved-to-place", { what: nameOf(item), place: to + 1, total: items.length }));
  };
  const handle = (item: T, index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      moved.current = undefined;
      setDrag({ from: index, to: index });
    },
    onPointerMove: (event: PointerEvent) =>
      drag && setDrag({ from: drag.from, to: placeAt(middles(), drag.from, event.clientY) }),
    onPointerUp: () => {
      setDrag(undefined);
      if (!drag || drag.from === drag.to) return;
      onMove?.(drag.from, drag.to);
      announce(text("moved-to-place", { what: nameOf(item), place: drag.to + 1, total: items.length }));
    },
    onPointerCancel: () => setDrag(undefined),
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, index),
  });
  const edge = (index: number) => {
    if (!drag || drag.to !== index || drag.from === drag.to) return undefined;
    return drag.to > drag.from ? "after" : "before";
  };
  return (
    <ul ref={list} className={styles.list} aria-label={label}>
      {items.map((item, index) => (
        <li
          key={keyOf(item)}
          className={styles.item}
          data-dragged={drag?.from === index ? "" : undefined}
          data-drop={edge(index)}
        >
          {onMove && (
            <button
              type="button"
              data-handle
              className={styles.handle}
              aria-label={text("move-handle", { what: nameOf(item) })}
              aria-keyshortcuts="ArrowUp ArrowDown"
              title={text("move-handle-how")}
              {...handle(item, index)}
            >
              <Icon name="handle" />
            </button>
          )}
          <div className={styles.content}>{children(item, index)}</div>
        </li>
      ))}
    </ul>
  );
}
