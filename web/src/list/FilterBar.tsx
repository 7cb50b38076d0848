import { Button } from "@fluentui/react-components";
import { useEffect } from "react";
import { useText } from "../i18n/useText";
import { announce } from "../ui/announcer";
import { Icon } from "../ui/Icon";
import styles from "./FilterBar.module.css";
import { IDENTITY, type View, WHOLE_VIEW } from "./rowOrder.model";

interface FilterBarProps {
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly nameOf: (column: string) => string;
  readonly shown: number;
  readonly total: number;
}

function useViewWords({ view, nameOf, shown, total }: FilterBarProps): string {
  const text = useText();
  const filters = view.filters.map(({ column, contains }) =>
    text("filter-words", { column: nameOf(column), contains }),
  );
  const sort =
    view.sort &&
    text(view.sort.direction === "ascending" ? "sorted-ascending" : "sorted-descending", {
      column: nameOf(view.sort.column),
    });
  const counted = view.filters.length > 0 ? [text("filtered-count", { shown, total })] : [];
  return [...counted, ...filters, ...(sort === undefined ? [] : [sort])].join(" · ");
}

/** Says in strong contrast that not the whole list is shown, or not in its usual order (PAL-0760). */
export function FilterBar(props: FilterBarProps) {
  const { setView } = props;
  const text = useText();
  const words = useViewWords(props);
  useEffect(() => {
    if (words !== "") announce(words);
  }, [words]);
  if (words === "") return null;
  return (
    <div className={styles.bar}>
      <span>
        <Icon name="filter" /> {words}
      </span>
      <Button size="small" onClick={() => setView(WHOLE_VIEW)}>
        {text("show-whole-list")}
      </Button>
    </div>
  );
}

/** The name of a column, by its id. */
export function columnName(
  column: string,
  fields: readonly { id: string; name: string }[],
  identityName: string,
): string {
  return column === IDENTITY ? identityName : (fields.find(({ id }) => id === column)?.name ?? "");
}
