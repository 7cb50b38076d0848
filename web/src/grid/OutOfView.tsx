import { type RefObject, useEffect, useState } from "react";
import { useText } from "../i18n/useText";
import { Hidden } from "../ui/Hidden";
import { Icon } from "../ui/Icon";
import { type ColumnGroups, findOutOfView, type OutOfView as Out } from "./columns.model";
import styles from "./Grid.module.css";

interface OutOfViewProps {
  readonly id: string;
  readonly groups: ColumnGroups;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

const isSame = (a: Out, b: Out) => a.before.length === b.before.length && a.after.join("\n") === b.after.join("\n");

function useOutOfView(groups: ColumnGroups, scroller: RefObject<HTMLDivElement | null>): Out {
  const [out, setOut] = useState<Out>({ before: [], after: [] });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const now = findOutOfView(groups, element.scrollLeft, element.clientWidth);
      setOut((former) => (isSame(former, now) ? former : now));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    const observer = new ResizeObserver(soon);
    observer.observe(element);
    element.addEventListener("scroll", soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      element.removeEventListener("scroll", soon);
    };
  }, [groups, scroller]);
  return out;
}

/** Says how many columns are out of view, and on which side (PAL-0240); their names are read, not shown. */
export function OutOfView({ id, groups, scroller }: OutOfViewProps) {
  const text = useText();
  const { before, after } = useOutOfView(groups, scroller);
  return (
    <div id={id} className={styles.outOfView}>
      {before.length > 0 && (
        <span>
          <Icon name="before" /> {text("columns-before", { count: before.length })}
          <Hidden>: {before.join(", ")}</Hidden>
        </span>
      )}
      {after.length > 0 && (
        <span className={styles.after}>
          {text("columns-after", { count: after.length })}
          <Hidden>: {after.join(", ")}</Hidden> <Icon name="after" />
        </span>
      )}
    </div>
  );
}
