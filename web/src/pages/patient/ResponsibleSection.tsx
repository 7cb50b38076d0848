import { Button, Subtitle2 } from "@fluentui/react-components";
import { useId } from "react";
import { makeCommandId } from "../../api/commandId";
import { asProblem, problemText } from "../../api/problem";
import { authorName } from "../../i18n/people";
import { useTexts } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { notify } from "../../ui/notices";
import styles from "./Patient.module.css";
import { isMergedAway, mayWrite, usePatientContext } from "./PatientContext";
import own from "./Protection.module.css";
import { TraceWords } from "./TraceWords";

/** Who is responsible for the patient: a member says it of themselves, an owner of anybody. */
export function ResponsibleSection() {
  const texts = useTexts();
  const { text } = texts;
  const titleId = useId();
  const { patient, loaded, live, read, open } = usePatientContext();
  const { me, fieldContext } = useCellContext();
  const users = patient.responsible.map(({ user }) => user);
  const isMine = users.includes(me);
  if (isMergedAway(patient)) return null;
  const setMine = async () => {
    const next = isMine ? users.filter((user) => user !== me) : [...users, me];
    try {
      await live.command(makeCommandId(), { type: "set_responsible", patient: patient.id, users: next });
      await read();
    } catch (thrown) {
      notify("error", problemText(asProblem(thrown), texts));
    }
  };
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <Subtitle2 as="h2" id={titleId}>
        {text("responsible")}
      </Subtitle2>
      {users.length === 0 ? (
        <p className={styles.empty}>{text("responsible-nobody")}</p>
      ) : (
        <ul className={own.people}>
          {patient.responsible.map(({ user, since }) => (
            <li key={user}>
              <bdi>{authorName(user, fieldContext.names, texts)}</bdi>
              <TraceWords trace={since} />
            </li>
          ))}
        </ul>
      )}
      {mayWrite(loaded) && (
        <div className={own.buttons}>
          <Button onClick={() => void setMine()}>{text(isMine ? "responsible-not-me" : "responsible-me")}</Button>
          {loaded.role === "owner" && (
            <Button onClick={() => open({ kind: "responsible" })}>{text("responsible-choose")}</Button>
          )}
        </div>
      )}
    </section>
  );
}
