import { Button } from "@fluentui/react-components";
import { Link } from "../app/router";
import { useText } from "../i18n/useText";
import { Message } from "../ui/Message";
import styles from "./EmptyList.module.css";
import { useListContext } from "./ListContext";

interface EmptyListProps {
  /** The list has patients, and none of them fits the filter. */
  readonly isFiltered: boolean;
  /** The team works with the hospital's record, and is not connected to it yet. */
  readonly lacksRecord: boolean;
  readonly showAll: () => void;
  readonly addPatient: () => void;
}

/** In the place of rows: why there are none, and what to do next. */
export function EmptyList({ isFiltered, lacksRecord, showAll, addPatient }: EmptyListProps) {
  const text = useText();
  const { team, list, role } = useListContext();
  if (isFiltered) {
    return <Message title={text("no-patient-fits")} action={{ label: text("show-whole-list"), perform: showAll }} />;
  }
  if (role === "guest") return <Message title={text("no-patients")} detail={text("no-patients-guest")} />;
  const isOwner = role === "owner";
  const lacking = lacksRecord ? text(isOwner ? "not-connected-owner" : "not-connected-member") : undefined;
  return (
    <Message title={text("no-patients")} detail={lacking ?? text("no-patients-what-next")}>
      <div className={styles.ways}>
        {lacksRecord && isOwner && (
          <Link to="settings" parameters={{ team, section: "record" }} className={styles.import}>
            {text("connect-record")}
          </Link>
        )}
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
