import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { asProblem, problemText } from "../api/problem";
import { useStore } from "../app/store";
import { useTexts } from "../i18n/useText";
import { countUnseen, type UnseenOfList } from "../live/unseen.model";
import { Icon } from "../ui/Icon";
import { notify } from "../ui/notices";
import { useListContext } from "./ListContext";
import styles from "./UnseenBar.module.css";

/** How many of the marks that are in the page are in view now. */
function countInView(): number {
  const grid = document.querySelector("[role=grid]")?.getBoundingClientRect();
  const [top, right, bottom] = grid ? [grid.top, grid.right, grid.bottom] : [0, innerWidth, innerHeight];
  return [...document.querySelectorAll("[data-unseen]")].filter((mark) => {
    const box = mark.getBoundingClientRect();
    return box.bottom > top && box.top < bottom && box.left < right && box.width > 0;
  }).length;
}

const PAUSE_MS = 250;

/** Looks again when something scrolled, grew, or was marked. */
function useInView(unseen: UnseenOfList): number {
  const [count, setCount] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other marks have to be looked for again
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setCount(countInView());
      }, PAUSE_MS);
    };
    soon();
    document.addEventListener("scroll", soon, { capture: true, passive: true });
    window.addEventListener("resize", soon);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("scroll", soon, { capture: true });
      window.removeEventListener("resize", soon);
    };
  }, [unseen]);
  return count;
}

const countRemoved = (unseen: UnseenOfList) => [...unseen.values()].filter((things) => things.has("removed")).length;

/** Says how many changes of others I have not seen, and how many of them are out of view (PAL-0880 to 0980). */
export function UnseenBar() {
  const texts = useTexts();
  const { text } = texts;
  const { live, list, store } = useListContext();
  const unseen = useStore(store.unseen);
  const inView = useInView(unseen);
  const count = countUnseen(unseen);
  const removed = countRemoved(unseen);
  if (count === 0) return null;
  const see = () => {
    live.see(list).catch((thrown: unknown) => notify("error", problemText(asProblem(thrown), texts)));
  };
  return (
    <div className={styles.bar}>
      <span>
        <Icon name="changed" /> {text("unseen-count", { count })}{" "}
        {text("unseen-out-of-view", { count: Math.max(0, count - removed - inView) })}
        {removed > 0 && ` ${text("unseen-left", { count: removed })}`}
      </span>
      <Button size="small" onClick={see}>
        {text("mark-all-as-seen")}
      </Button>
    </div>
  );
}
