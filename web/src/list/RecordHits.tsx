import { Button, Checkbox } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import type { EhrHit, EhrSearchAnswer } from "../api/record";
import { navigate } from "../app/router";
import { useText, useTexts } from "../i18n/useText";
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

/** Whom of the record the list has already: there is nothing to add. */
function HereAlready({
  patient,
  of,
  done,
}: {
  readonly patient: string;
  readonly of: string;
  readonly done: () => void;
}) {
  const text = useText();
  const { team, list } = useListContext();
  const open = () => {
    done();
    navigate("patient", { team, list, patient });
  };
  return (
    <>
      <p className={styles.here}>{text("found-is-here")}</p>
      <Button onClick={open}>
        {text("found-open")}
        <Hidden> {of}</Hidden>
      </Button>
    </>
  );
}

interface AddHitProps {
  readonly hit: EhrHit;
  /** The identity in one line. */
  readonly of: string;
  readonly done: () => void;
}

/** Puts a patient of the record on the list; where the team may have the person already, somebody says whether it is the same one. */
function AddHit({ hit, of, done }: AddHitProps) {
  const text = useText();
  const { live, list } = useListContext();
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
    <>
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
        <Hidden> {of}</Hidden>
      </Button>
    </>
  );
}

interface HitProps {
  readonly hit: EhrHit;
  readonly warning: NameWarning | undefined;
  readonly done: () => void;
}

/** One patient of the record, and how to go on with them. */
function Hit({ hit, warning, done }: HitProps) {
  const texts = useTexts();
  const { list, fieldContext } = useListContext();
  const { today } = fieldContext;
  const of = identityLine(identityWords(hit.identity, today, texts));
  const known = hit.known?.lists.includes(list) ? hit.known : undefined;
  return (
    <li className={styles.hit}>
      <PatientIdentity identity={hit.identity} today={today} warning={warning} />
      {known ? <HereAlready patient={known.id} of={of} done={done} /> : <AddHit hit={hit} of={of} done={done} />}
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
