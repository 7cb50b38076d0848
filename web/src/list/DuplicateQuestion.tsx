import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { DuplicateCandidate } from "../api/wire";
import { navigate } from "../app/router";
import { useText } from "../i18n/useText";
import { useTeamCommand } from "../live/useTeamCommand";
import { AudienceQuestion, isAudienceQuestion } from "../patient/AudienceQuestion";
import { PatientIdentity } from "../patient/Identity";
import { announce } from "../ui/announcer";
import styles from "./DuplicateQuestion.module.css";
import type { Duplicates } from "./duplicates.model";
import { useListContext } from "./ListContext";

interface CandidateProps {
  readonly candidate: DuplicateCandidate;
  readonly done: () => void;
}

/** One patient who may be the same person, and how to go on with them. */
function Candidate({ candidate, done }: CandidateProps) {
  const text = useText();
  const { live, team, list, fieldContext } = useListContext();
  const { perform, problem, isBusy } = useTeamCommand(live);
  const isHere = candidate.lists.includes(list);
  const isAsked = isAudienceQuestion(problem);
  const take = async () => {
    const patient = candidate.id;
    if (!isHere && !(await perform({ type: "add_patient_to_list", patient, list, confirm_audience: isAsked }))) return;
    done();
    if (isHere) navigate("patient", { team, list, patient });
  };
  const action = isHere ? "duplicate-open" : isAsked ? "let-them-see" : "duplicate-take";
  return (
    <li className={styles.candidate}>
      <PatientIdentity identity={candidate.identity} today={fieldContext.today} />
      <AudienceQuestion problem={problem} />
      <Button disabledFocusable={isBusy} onClick={() => void take()}>
        {text(action)}
      </Button>
    </li>
  );
}

interface DuplicateQuestionProps {
  readonly duplicates: Duplicates;
  /** The existing patient was taken. */
  readonly done: () => void;
}

/** Asks whether the person is one whom the team has already: it wants an answer, and never blocks. */
export function DuplicateQuestion({ duplicates: { candidates, isHidden }, done }: DuplicateQuestionProps) {
  const text = useText();
  const words = text(candidates.length > 0 ? "duplicate-question" : "duplicate-hidden");
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => announce(words, "urgent"), [words]);
  useEffect(() => {
    // Newer browsers answer a promise, which is no way to clean up after an effect.
    void question.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={question} role="alert" className={styles.question}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {words} {candidates.length > 0 && isHidden && text("duplicate-hidden")}
        </MessageBarBody>
      </MessageBar>
      <ul className={styles.candidates}>
        {candidates.map((candidate) => (
          <Candidate key={candidate.id} candidate={candidate} done={done} />
        ))}
      </ul>
    </div>
  );
}
