import { useText, useTexts } from "../i18n/useText";
import { Icon } from "../ui/Icon";
import styles from "./Chart.module.css";
import { useChartContext } from "./ChartContext";
import { ChartSection } from "./ChartSection";
import type { Allergy, Reaction } from "./chart.types";
import { codesWords, codeWords } from "./codes.model";
import { isRefuted, sortAllergies } from "./current.model";
import { Fact, Items, TimeFact, Words, WordsFact } from "./facts";

function ReactionWords({ reaction }: { readonly reaction: Reaction }) {
  const texts = useTexts();
  const { manifestations, severity, substance } = reaction;
  const seen = manifestations.length > 0 ? manifestations.join(", ") : texts.text("not-recorded");
  return (
    <span className={styles.line}>
      <Words>{seen}</Words>
      {severity != null && ` (${codeWords(severity, texts)})`}
      {substance != null && (
        <>
          {" – "}
          <Words>{substance}</Words>
        </>
      )}
    </span>
  );
}

/** The substance; a refuted one is struck out, and said to be. */
function Substance({ allergy }: { readonly allergy: Allergy }) {
  const text = useText();
  const { what, none_known: isNoneKnown, criticality } = allergy;
  if (isNoneKnown) {
    return (
      <strong>
        {text("allergy-none-known")} (<Words>{what.text}</Words>)
      </strong>
    );
  }
  if (isRefuted(allergy)) {
    return (
      <>
        <s>
          <Words>{what.text}</Words>
        </s>{" "}
        <strong>{text("refuted")}</strong>
      </>
    );
  }
  return (
    <strong>
      {criticality === "high" && <Icon name="important" />} <Words>{what.text}</Words>
    </strong>
  );
}

function AllergyItem({ allergy }: { readonly allergy: Allergy }) {
  const texts = useTexts();
  const { reactions = [], criticality, notes, recorded } = allergy;
  const verification = isRefuted(allergy) ? undefined : allergy.verification_status;
  return (
    <>
      <Substance allergy={allergy} />
      <dl className={styles.facts}>
        <Fact label="chart-reactions">
          {reactions.length > 0 &&
            reactions.map((reaction, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: reactions have no ids
              <ReactionWords key={index} reaction={reaction} />
            ))}
        </Fact>
        <Fact label="chart-criticality">{criticality != null && codeWords(`criticality-${criticality}`, texts)}</Fact>
        <Fact label="chart-status">{codesWords([allergy.clinical_status, verification], texts)}</Fact>
        <TimeFact label="chart-recorded-on" time={recorded} />
        <WordsFact label="notes" words={notes} />
      </dl>
    </>
  );
}

/** Allergies and intolerances. "None known" is a statement of the record; nothing recorded is not. */
export function AllergiesSection() {
  const { allergies } = useChartContext().view;
  return (
    <ChartSection name="allergies" part={allergies} none="absence-no-allergies">
      {(items) => <Items items={sortAllergies(items)}>{(allergy) => <AllergyItem allergy={allergy} />}</Items>}
    </ChartSection>
  );
}
