import { Button } from "@fluentui/react-components";
import { Link } from "../app/router";
import { useText } from "../i18n/useText";
import { Message } from "../ui/Message";
import styles from "./EmptyList.module.css";
import { useListContext } from "./ListContext";

interface EmptyListProps {
  /** The list has patients, and none of them fits the filter. */
  readonly isFiltered: boolean;
  readonly showAll: () => void;
  readonly addPatient: () => void;
}

/** In the place of rows: why there are none, and what to do next. */
export function EmptyList({ isFiltered, showAll, addPatient }: EmptyListProps) {
  const text = useText();
  const { team, list, role } = useListContext();
  if (isFiltered) {
    return <Message title={text("no-patient-fits")} action={{ label: text("show-whole-list"), perform: showAll }} />;
  }
  if (role === "guest") return <Message title={text("no-patients")} detail={text("no-patients-guest")} />;
  return (
    <Message title={text("no-patients")} detail={text("no-patients-what-next")}>
      <div className={styles.ways}>
        <Button appearance="primary" onClick={addPatient}>
          {text("add-patient")}
        </Button>
        <Link to="import" parameters={{ team, list }} className={styles.import}>
          {text("import-a-sheet")}
        </Link>
      </div>
    </Message>
  );
}
