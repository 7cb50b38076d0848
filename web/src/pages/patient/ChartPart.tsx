import { Button } from "@fluentui/react-components";
import { problemText } from "../../api/problem";
import { Chart } from "../../chart/Chart";
import type { ScaleChoice } from "../../chart/News2Section";
import { useChart } from "../../chart/useChart";
import { authorName } from "../../i18n/people";
import { useTexts } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { Icon } from "../../ui/Icon";
import styles from "./Patient.module.css";
import { isMergedAway, mayWrite, usePatientContext } from "./PatientContext";
import { TraceWords, useTraceWords } from "./TraceWords";

/** A patient without a link: what that means, and the way to one. */
function NotLinked() {
  const { text } = useTexts();
  const { loaded, open } = usePatientContext();
  const isConnected = loaded.ehr != null;
  return (
    <div className={styles.chartMessage}>
      <p>
        <strong>{text("chart-not-linked")}</strong>
      </p>
      <p>{text(isConnected ? "not-linked-what" : "not-connected-here")}</p>
      {isConnected && !mayWrite(loaded) && <p>{text("not-linked-guest")}</p>}
      {isConnected && mayWrite(loaded) && (
        <Button appearance="primary" onClick={() => open({ kind: "link" })}>
          {text("link-to-record")}
        </Button>
      )}
    </div>
  );
}

/** A link that leads nowhere any more. */
function StaleLink() {
  const { text } = useTexts();
  const { patient, loaded, open } = usePatientContext();
  return (
    <div className={styles.chartMessage}>
      <p role="status">
        <Icon name="warning" /> <strong>{text("link-stale")}</strong>
      </p>
      {patient.ehr && <TraceWords trace={patient.ehr.linked} />}
      {mayWrite(loaded) && (
        <Button onClick={() => open({ kind: loaded.ehr == null ? "unlink" : "link" })}>
          {text(loaded.ehr == null ? "unlink" : "link-to-record")}
        </Button>
      )}
    </div>
  );
}

/** Who linked the patient to which record, at the end of the chart. */
function LinkedSince() {
  const { text } = useTexts();
  const { patient } = usePatientContext();
  const words = useTraceWords();
  if (patient.ehr == null) return null;
  const { linked, ehr_id: record } = patient.ehr;
  return (
    <p className={styles.chartMessage}>
      <span className={styles.trace}>{text("linked-since", { ...words(linked), record })}</span>
    </p>
  );
}

function useScale(): ScaleChoice {
  const texts = useTexts();
  const { patient, loaded, open } = usePatientContext();
  const { names } = useCellContext().fieldContext;
  return {
    chosen: patient.scale_2 ?? undefined,
    nameOf: (user) => authorName(user, names, texts),
    change: mayWrite(loaded) && !isMergedAway(patient) ? () => open({ kind: "spo2-scale" }) : undefined,
  };
}

function LinkedChart({ link }: { readonly link: string }) {
  const texts = useTexts();
  const { text } = texts;
  const { patient, team, loaded } = usePatientContext();
  const { timeZone, fieldContext } = useCellContext();
  const path = `/api/teams/${team}/patients/${patient.id}/chart`;
  const { view, problem, read } = useChart(path, link, patient.scale_2?.sequence ?? 0);
  const scale = useScale();
  if (!view) {
    return (
      <div className={styles.chartMessage} role="status">
        {problem ? (
          <>
            <p>
              <Icon name="warning" /> <strong>{text("chart-none-kept")}</strong>
            </p>
            <p>{problemText(problem, texts)}</p>
            <p>{text("chart-none-kept-what")}</p>
            <Button onClick={() => void read()}>{text("retry")}</Button>
          </>
        ) : (
          <p>{text("chart-loading")}</p>
        )}
      </div>
    );
  }
  return (
    <>
      <Chart
        view={view}
        unanswered={problem}
        retry={() => void read()}
        recordName={loaded.ehr?.name ?? text("the-record")}
        timeZone={timeZone}
        today={fieldContext.today}
        scale={scale}
      />
      <LinkedSince />
    </>
  );
}

/** What the hospital's record says of the patient, or why there is nothing of it here. */
export default function ChartPart() {
  const { patient } = usePatientContext();
  if (patient.ehr == null) return <NotLinked />;
  if (patient.ehr.stale) return <StaleLink />;
  return <LinkedChart link={patient.ehr.ehr_id} />;
}
