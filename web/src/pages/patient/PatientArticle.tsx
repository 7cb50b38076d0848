import { Suspense, useEffect } from "react";
import { later } from "../../app/later";
import { useStore } from "../../app/store";
import { useTexts } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { RefusedBar } from "../../list/RefusedBar";
import { identityWords, nameWords } from "../../patient/identity.model";
import { announce } from "../../ui/announcer";
import { ListsSection } from "./ListsSection";
import { MergedBar, MergedSection } from "./MergedSection";
import { NotesSection } from "./NotesSection";
import styles from "./Patient.module.css";
import { PatientBanner } from "./PatientBanner";
import { type PatientDialog, usePatientContext } from "./PatientContext";
import { PatientParts } from "./PatientParts";
import { ProposalBar } from "./ProposalBar";
import { ResponsibleSection } from "./ResponsibleSection";
import { ValuesSection } from "./ValuesSection";

const ChartPart = later(() => import("./ChartPart"));
const PatientDialogs = later(() => import("./PatientDialogs"));

/** Says aloud whose page this is: from patient to patient the focus stays where it was. */
function useNameSpoken() {
  const texts = useTexts();
  const { patient } = usePatientContext();
  const { today } = useCellContext().fieldContext;
  const name = nameWords(identityWords(patient.identity, today, texts));
  useEffect(() => announce(name), [name]);
}

/** Everything of one patient, under their identity. */
export function PatientArticle({ dialog }: { readonly dialog: PatientDialog | undefined }) {
  const { text } = useTexts();
  const { live, open, part } = usePatientContext();
  const { refused } = useStore(live.outbox.state);
  useNameSpoken();
  return (
    <article className={styles.article}>
      <PatientBanner />
      <RefusedBar refused={refused} onDecide={(command) => open({ kind: "decide", command })} />
      <MergedBar />
      <ProposalBar />
      <PatientParts />
      {part === "chart" ? (
        <Suspense fallback={<p className={styles.waiting}>{text("loading")}</p>}>
          <ChartPart />
        </Suspense>
      ) : (
        <div className={styles.columns}>
          <ValuesSection />
          <div className={styles.aside}>
            <NotesSection />
            <ResponsibleSection />
            <ListsSection />
            <MergedSection />
          </div>
        </div>
      )}
      {dialog && (
        <Suspense>
          <PatientDialogs dialog={dialog} />
        </Suspense>
      )}
    </article>
  );
}
