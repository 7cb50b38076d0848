import { Button, Checkbox } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import type { EhrHit, EhrSearchAnswer } from "../api/record";
import { useTexts } from "../i18n/useText";
import { useTeamCommand } from "../live/useTeamCommand";
import { PatientIdentity } from "../patient/Identity";
import { identityLine, identityWords } from "../patient/identity.model";
import { findNameWarnings, type NameWarning } from "../patient/similarNames.model";
import { Hidden } from "../ui/Hidden";
import { notify } from "../ui/notices";
import { ProblemBar } from "../ui/ProblemBar";
import styles from "./AddFromRecord.module.css";
import { DuplicateQuestion } from "./DuplicateQuestion";
import { parseDuplicates } from "./duplicates.model";
import { useListContext } from "./ListContext";

interface HitProps {
  readonly hit: EhrHit;
  readonly warning: NameWarning | undefined;
  readonly done: () => void;
}

/** One patient of the record, and how to put them on the list. */
function Hit({ hit, warning, done }: HitProps) {
  const texts = useTexts();
  const { text } = texts;
  const { live, list, fieldContext } = useListContext();
  const [isDistinct, setDistinct] = useState(false);
  const { perform, problem, isBusy } = useTeamCommand(live);
  const duplicates = parseDuplicates(problem);
  const add = async () => {
    if (duplicates && !isDistinct) return;
    const added = await perform({ type: "add_ehr_patient", list, ehr_id: hit.id, distinct: isDistinct });
    if (!added) return;
    notify("success", text("patient-added"));
    done();
  };
  return (
    <li className={styles.hit}>
      <PatientIdentity identity={hit.identity} today={fieldContext.today} warning={warning} />
      {duplicates ? (
        <>
          <DuplicateQuestion duplicates={duplicates} done={done} />
          <Checkbox
            label={text("duplicate-is-somebody-else")}
            checked={isDistinct}
            onChange={(_, { checked }) => setDistinct(checked === true)}
          />
        </>
      ) : (
        <ProblemBar problem={problem} />
      )}
      <Button
        appearance="primary"
        disabledFocusable={isBusy || (duplicates !== undefined && !isDistinct)}
        onClick={() => void add()}
      >
        {text("add-found")}
        <Hidden> {identityLine(identityWords(hit.identity, fieldContext.today, texts))}</Hidden>
      </Button>
    </li>
  );
}

/** Whom the search found, and whether there are more than are shown. */
export function RecordHits({ answer, done }: { readonly answer: EhrSearchAnswer; readonly done: () => void }) {
  const { text } = useTexts();
  const { patients, total, has_more: hasMore } = answer;
  const count = useRef<HTMLParagraphElement>(null);
  // The focus goes to what was found, which says it; never to a button that would add somebody.
  useEffect(() => count.current?.focus(), []);
  const warnings = useMemo(() => findNameWarnings(patients), [patients]);
  return (
    <section aria-label={text("found-patients")} className={styles.found}>
      <p ref={count} tabIndex={-1} className={styles.count}>
        {text("found-count", { count: Math.max(total ?? 0, patients.length) })}{" "}
        {hasMore && <strong>{text("found-narrow", { shown: patients.length })}</strong>}
      </p>
      <ul className={styles.hits}>
        {patients.map((hit) => (
          <Hit key={hit.id} hit={hit} warning={warnings.get(hit.id)} done={done} />
        ))}
      </ul>
    </section>
  );
}
