import { useText, useTexts } from "../i18n/useText";
import { PatientIdentity } from "../patient/Identity";
import { Icon } from "../ui/Icon";
import styles from "./Chart.module.css";
import { useChartContext } from "./ChartContext";
import { ChartSection } from "./ChartSection";
import type { ChartPatient, Coverage, Encounter } from "./chart.types";
import { codeWords } from "./codes.model";
import { Fact, Items, Time, TimeFact, Words, WordsFact } from "./facts";

/** That the record says the patient has died: it must not be missed. */
function Deceased({ deceased }: { readonly deceased: ChartPatient["deceased"] | undefined }) {
  const text = useText();
  if (deceased == null) return null;
  if (!deceased.is) return <Fact label="chart-deceased">{text("deceased-not")}</Fact>;
  return (
    <Fact label="chart-deceased">
      <strong>
        <Icon name="important" /> {text("deceased-yes")}
        {deceased.at != null && (
          <>
            {", "}
            <Time time={deceased.at} />
          </>
        )}
      </strong>
    </Fact>
  );
}

function Photo({ photo }: { readonly photo: ChartPatient["photo"] | undefined }) {
  const text = useText();
  if (photo == null) return null;
  // The server lets only the bytes of a PNG or JPEG through; an image of that type runs nothing.
  const source = `data:${photo.media_type === "image/png" ? "image/png" : "image/jpeg"};base64,${photo.data}`;
  return <img className={styles.photo} src={source} alt={text("chart-photo")} />;
}

/** Who the record says the patient is, and how they are reached. */
export function PersonSection() {
  const text = useText();
  const { view, today } = useChartContext();
  const { patient } = view;
  return (
    <ChartSection name="patient" part={patient}>
      {(items) =>
        items.map((person) => (
          <div key={person.id} className={styles.person}>
            <Photo photo={person.photo} />
            <PatientIdentity identity={person.identity} today={today} />
            {person.replaced_by && person.replaced_by.length > 0 && (
              <p className={styles.absent} data-absence="failed">
                <Icon name="warning" /> {text("chart-replaced")}
              </p>
            )}
            <dl className={styles.facts}>
              <Deceased deceased={person.deceased} />
              <WordsFact label="chart-general-practitioner" words={person.general_practitioners} isAlwaysSaid />
              <WordsFact label="chart-phone" words={person.phones} isAlwaysSaid />
              <WordsFact label="chart-address" words={person.addresses} isAlwaysSaid />
            </dl>
          </div>
        ))
      }
    </ChartSection>
  );
}

function PlaceItem({ encounter }: { readonly encounter: Encounter }) {
  const texts = useTexts();
  const { place, kind, status, start } = encounter;
  return (
    <>
      <strong>{place == null ? texts.text("chart-no-place") : <Words>{place}</Words>}</strong>
      <dl className={styles.facts}>
        <Fact label="chart-encounter">{kind != null && <Words>{kind}</Words>}</Fact>
        <Fact label="chart-status">{status != null && codeWords(status, texts)}</Fact>
        <TimeFact label="chart-start" time={start} />
      </dl>
    </>
  );
}

/** Where the record says that the patient is: the last known place. */
export function PlaceSection() {
  const { place } = useChartContext().view;
  return (
    <ChartSection name="place" part={place}>
      {(items) => <Items items={items}>{(encounter) => <PlaceItem encounter={encounter} />}</Items>}
    </ChartSection>
  );
}

function CoverageItem({ coverage }: { readonly coverage: Coverage }) {
  const texts = useTexts();
  const { payers = [], plans, subscriber, start, end, status } = coverage;
  return (
    <>
      <strong>{payers.length > 0 ? <Words>{payers.join(", ")}</Words> : texts.text("chart-no-payer")}</strong>
      <dl className={styles.facts}>
        <WordsFact label="chart-plan" words={plans} />
        <Fact label="chart-subscriber">{subscriber != null && <Words>{subscriber}</Words>}</Fact>
        <Fact label="chart-status">{status != null && codeWords(status, texts)}</Fact>
        <TimeFact label="chart-start" time={start} />
        <TimeFact label="chart-end" time={end} />
      </dl>
    </>
  );
}

/** Who pays. */
export function CoverageSection() {
  const { coverage } = useChartContext().view;
  return (
    <ChartSection name="coverage" part={coverage}>
      {(items) => <Items items={items}>{(each) => <CoverageItem coverage={each} />}</Items>}
    </ChartSection>
  );
}
