import { Button, MessageBar, MessageBarBody, Subtitle2 } from "@fluentui/react-components";
import { useId } from "react";
import { Link } from "../../app/router";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { PatientIdentity } from "../../patient/Identity";
import styles from "./Patient.module.css";
import { mayWrite, usePatientContext } from "./PatientContext";

/** Says that this record is part of another one now, and leads there. */
export function MergedBar() {
  const text = useText();
  const { patient, team } = usePatientContext();
  const into = patient.merged_into;
  if (typeof into !== "string") return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {text("merged-into-another")}{" "}
        <Link to="unlisted" parameters={{ team, patient: into }}>
          {text("go-to-that-record")}
        </Link>
      </MessageBarBody>
    </MessageBar>
  );
}

/** The records that were merged into this one, each to be parted again. */
export function MergedSection() {
  const text = useText();
  const titleId = useId();
  const { patient, loaded, open } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  if (patient.merged.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <Subtitle2 as="h2" id={titleId}>
        {text("merged-records")}
      </Subtitle2>
      <ul className={styles.lists}>
        {patient.merged.map(({ id, identity }) => (
          <li key={id} className={styles.record}>
            <PatientIdentity identity={identity} today={today} />
            {mayWrite(loaded) && (
              <Button size="small" onClick={() => open({ kind: "unmerge", record: id })}>
                {text("unmerge")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
