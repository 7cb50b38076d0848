import { makeCommandId } from "../../api/commandId";
import { asProblem, problemText } from "../../api/problem";
import type { PatientStatus } from "../../api/types";
import { later } from "../../app/later";
import { useTexts } from "../../i18n/useText";
import { HighlightReason, UnseenMark } from "../../list/CellContent";
import { useCellContext } from "../../list/ListContext";
import { useRow } from "../../list/useRow";
import { PatientIdentity } from "../../patient/Identity";
import { STATUSES } from "../../patient/status";
import { MenuOpener } from "../../ui/MenuOpener";
import { notify } from "../../ui/notices";
import { NameWarned } from "./NameWarned";
import styles from "./Patient.module.css";
import { mayWrite, usePatientContext } from "./PatientContext";
import { ProtectionMarks } from "./ProtectionMarks";
import { HighlightTrace } from "./TraceWords";

const PatientMenu = later(() => import("./PatientMenu"));

/** Where the patient's stay has come to, to be changed at once. */
function Status() {
  const texts = useTexts();
  const { patient, live, loaded } = usePatientContext();
  const set = (status: string) => {
    live
      .command(makeCommandId(), { type: "set_patient_status", patient: patient.id, status })
      .catch((thrown: unknown) => notify("error", problemText(asProblem(thrown), texts)));
  };
  if (!mayWrite(loaded)) return <span className={styles.status}>{texts.text(STATUSES[patient.status])}</span>;
  return (
    <label className={styles.statusChoice}>
      {texts.text("patient-status")}
      <select className={styles.select} value={patient.status} onChange={(event) => set(event.currentTarget.value)}>
        {(Object.keys(STATUSES) as PatientStatus[]).map((status) => (
          <option key={status} value={status}>
            {texts.text(STATUSES[status])}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Who the patient is: it stays in view, whatever is scrolled. */
export function PatientBanner() {
  const { text } = useTexts();
  const { patient, list } = usePatientContext();
  const { fieldContext } = useCellContext();
  const row = useRow(patient.id);
  const highlight = patient.highlights.find(({ field }) => field === undefined);
  const unseen = [...(row?.unseen.values() ?? [])].find(
    ({ thing }) => thing.type === "identity" || thing.type === "status",
  );
  return (
    <header className={styles.banner} data-highlighted={highlight ? "" : undefined}>
      <h1 className={styles.identity}>
        {list ? (
          <NameWarned store={list.store} patient={patient} />
        ) : (
          <PatientIdentity identity={patient.identity} today={fieldContext.today} />
        )}
      </h1>
      {highlight && (
        <div>
          <HighlightReason highlight={highlight} />
          <HighlightTrace highlight={highlight} />
        </div>
      )}
      <ProtectionMarks />
      {unseen && <UnseenMark unseen={unseen} label="unseen-change" />}
      <div className={styles.bannerActions}>
        <Status />
        <MenuOpener label={text("patient-actions")}>
          {(target, close) => <PatientMenu target={target} close={close} />}
        </MenuOpener>
      </div>
    </header>
  );
}
