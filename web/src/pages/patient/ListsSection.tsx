import { Button, Subtitle2 } from "@fluentui/react-components";
import { useId } from "react";
import { makeCommandId } from "../../api/commandId";
import { asProblem, problemText } from "../../api/problem";
import type { ListHeader } from "../../api/types";
import { Link } from "../../app/router";
import { literal } from "../../i18n/literal";
import { useTexts } from "../../i18n/useText";
import { Hidden } from "../../ui/Hidden";
import { notify } from "../../ui/notices";
import styles from "./Patient.module.css";
import { isMergedAway, mayWrite, usePatientContext } from "./PatientContext";

function ListLine({ list }: { readonly list: ListHeader }) {
  const texts = useTexts();
  const { text } = texts;
  const { patient, live, loaded, team, read, open } = usePatientContext();
  const command = async (body: object) => {
    try {
      await live.command(makeCommandId(), body);
      await read();
      return true;
    } catch (thrown) {
      notify("error", problemText(asProblem(thrown), texts));
      return false;
    }
  };
  const remove = async () => {
    const what = { patient: patient.id, list: list.id };
    // Who is taken back saw the patient a moment ago: there is nobody new to name.
    const undo = () => void command({ type: "add_patient_to_list", ...what, confirm_audience: true });
    if (await command({ type: "remove_patient_from_list", ...what }))
      notify("success", text("removed-from-list", { list: list.name }), { label: text("undo"), perform: undo });
  };
  return (
    <li className={styles.listLine}>
      <Link to="list" parameters={{ team, list: list.id }} className={styles.listLink}>
        <bdi>{literal(list.name)}</bdi>
      </Link>
      {mayWrite(loaded) && (
        <>
          <Button size="small" onClick={() => open({ kind: "move", from: list.id })}>
            {text("move-to-list")}
            <Hidden> ({literal(list.name)})</Hidden>
          </Button>
          <Button size="small" onClick={() => void remove()}>
            {text("remove-from-list")}
            <Hidden> ({literal(list.name)})</Hidden>
          </Button>
        </>
      )}
    </li>
  );
}

/** The lists that the patient is on, of those that the reader sees. */
export function ListsSection() {
  const { text } = useTexts();
  const titleId = useId();
  const { patient, loaded, open } = usePatientContext();
  const lists = loaded.lists.filter(({ id }) => patient.lists.includes(id));
  const hasOther = lists.length < loaded.lists.length;
  if (isMergedAway(patient)) return null;
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <Subtitle2 as="h2" id={titleId}>
        {text("on-lists")}
      </Subtitle2>
      {lists.length === 0 && <p className={styles.empty}>{text("on-no-list")}</p>}
      <ul className={styles.lists}>
        {lists.map((list) => (
          <ListLine key={list.id} list={list} />
        ))}
      </ul>
      {mayWrite(loaded) && hasOther && (
        <Button className={styles.fit ?? ""} onClick={() => open({ kind: "add-to-list" })}>
          {text("add-to-list")}
        </Button>
      )}
    </section>
  );
}
