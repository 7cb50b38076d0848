import { Subtitle2 } from "@fluentui/react-components";
import { useId } from "react";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { useRow } from "../../list/useRow";
import styles from "./Patient.module.css";
import { usePatientContext } from "./PatientContext";
import { ValueLine } from "./ValueLine";

/** What the team keeps of the patient, field by field in the order of the schema. */
export function ValuesSection() {
  const text = useText();
  const titleId = useId();
  const { patient } = usePatientContext();
  const { fields } = useCellContext();
  const row = useRow(patient.id);
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <Subtitle2 as="h2" id={titleId}>
        {text("values")}
      </Subtitle2>
      <ul className={styles.values}>
        {row &&
          fields.map((field, index) => (
            <ValueLine
              key={field.id}
              row={row}
              field={field}
              index={index}
              view={patient.values.find((each) => each.field === field.id)}
            />
          ))}
      </ul>
    </section>
  );
}
