import { useText } from "../../i18n/useText";
import { SectionLinks } from "../../ui/SectionLinks";
import styles from "./Patient.module.css";
import { usePatientContext } from "./PatientContext";

/** The parts of the page, each at an address of its own: where there is a record that a chart can come from. */
export function PatientParts() {
  const text = useText();
  const { patient, team, loaded, list, part } = usePatientContext();
  if (patient.ehr == null && loaded.ehr == null && part === "team") return null;
  const ids = { team, patient: patient.id };
  const shared = { label: text("patient-parts") };
  const words = { team: text("patient-part-team"), chart: text("patient-part-chart") };
  return (
    <div className={styles.parts}>
      {list ? (
        <SectionLinks
          {...shared}
          links={[
            { to: "patient", parameters: { ...ids, list: list.id }, words: words.team, isHere: part === "team" },
            { to: "chart", parameters: { ...ids, list: list.id }, words: words.chart, isHere: part === "chart" },
          ]}
        />
      ) : (
        <SectionLinks
          {...shared}
          links={[
            { to: "unlisted", parameters: ids, words: words.team, isHere: part === "team" },
            { to: "unlistedChart", parameters: ids, words: words.chart, isHere: part === "chart" },
          ]}
        />
      )}
    </div>
  );
}
