import type { ReactNode } from "react";
import type { Identity, Value } from "../../api/types";
import type { HistoryItem } from "../../api/wire";
import { literal } from "../../i18n/literal";
import { peopleWords } from "../../i18n/people";
import { useText } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { PatientIdentity } from "../../patient/Identity";
import { STATUSES } from "../../patient/status";
import styles from "./History.module.css";
import { ValueWords } from "./HistoryDialogs";
import { usePatientContext } from "./PatientContext";

type Pairs = readonly (readonly [string, Value])[];

/** Names of fields and lists, of what is archived or deleted too. */
function useNames() {
  const text = useText();
  const { loaded } = usePatientContext();
  const lists = [...loaded.lists, ...loaded.deleted_lists];
  return {
    findField: (id: string) => loaded.schema.fields.find((field) => field.id === id),
    listName: (id: string) => lists.find((list) => list.id === id)?.name ?? text("a-former-list"),
  };
}

function Values({ values }: { readonly values: Pairs }) {
  const { findField } = useNames();
  return (
    <dl className={styles.change}>
      {values.map(([id, value]) => {
        const field = findField(id);
        return (
          field && (
            <Pair key={id} name={field.name}>
              <ValueWords field={field} value={value} />
            </Pair>
          )
        );
      })}
    </dl>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>
        <bdi>{literal(name)}</bdi>
      </dt>
      <dd>{children}</dd>
    </>
  );
}

interface ProposalLineProps {
  readonly proposed: Identity | undefined;
  /** What somebody decided; undefined while nobody had. */
  readonly taken: boolean | undefined;
}

/** That the record said another identity, or what became of it. */
function ProposalLine({ proposed, taken }: ProposalLineProps) {
  const text = useText();
  const { today } = useCellContext().fieldContext;
  const did = taken === undefined ? "did-propose" : taken ? "did-take-identity" : "did-keep-identity";
  return (
    <>
      <span className={styles.how}>{text(proposed || taken !== undefined ? did : "did-propose-no-more")}</span>
      {proposed && <PatientIdentity identity={proposed} today={today} />}
    </>
  );
}

/** What one entry of a patient's history says, in words. */
export function HistoryLine({ item }: { readonly item: HistoryItem }) {
  const text = useText();
  const { today, names } = useCellContext().fieldContext;
  const { findField, listName } = useNames();
  switch (item.type) {
    case "value":
      return (
        <>
          {item.undo && <span className={styles.how}>{text("how-undone")}</span>}
          {item.merged && <span className={styles.how}>{text("merged-of-two-edits")}</span>}
          <Values values={[[item.field, item.value as Value]]} />
        </>
      );
    case "identity":
      return (
        <>
          <span className={styles.how}>{text("did-edit-identity")}</span>
          <PatientIdentity identity={item.identity as Identity} today={today} />
        </>
      );
    case "added":
      return (
        <>
          <span className={styles.how}>
            {item.list ? text("did-add", { list: listName(item.list) }) : text("how-came")}
          </span>
          <Values values={item.values as Pairs} />
        </>
      );
    case "lists": {
      const { to, from } = item;
      if (to && from) return text("did-move", { to: listName(to), from: listName(from) });
      if (to) return text("did-add-to-list", { list: listName(to) });
      return from ? text("did-remove-from-list", { list: listName(from) }) : null;
    }
    case "status":
      return text("did-set-status", { status: text(STATUSES[item.status]) });
    case "highlight": {
      const what = (item.field ? findField(item.field)?.name : undefined) ?? text("patient");
      return item.reason
        ? text("did-highlight", { what, reason: item.reason })
        : text("did-remove-highlight", { what });
    }
    case "note": {
      if (typeof item.text === "string") {
        return (
          <p className={styles.text}>
            <span className={styles.how}>
              {text(item.operation === "PatientNoteAdd" ? "did-note" : "did-edit-note")}
            </span>{" "}
            <bdi>{literal(item.text)}</bdi>
          </p>
        );
      }
      return text(item.operation === "PatientNoteDelete" ? "note-was-deleted" : "note-was-restored");
    }
    case "link":
      return item.ehr_id == null ? text("did-unlink") : text("did-link", { record: item.ehr_id });
    case "spo2_scale":
      return text(item.scale_2 ? "did-scale-2" : "did-scale-1");
    case "sensitive":
      return text(item.sensitive ? "did-protect" : "did-protect-no-more", { reason: item.reason });
    case "responsible":
      return text("did-set-responsible", { count: item.users.length, who: peopleWords(item.users, names, { text }) });
    case "proposal":
      return <ProposalLine proposed={item.proposed?.identity} taken={item.taken ?? undefined} />;
    case "merge":
      return (
        <>
          <span className={styles.how}>{text(item.operation === "PatientMerge" ? "did-merge" : "did-unmerge")}</span>
          <Values values={item.values as Pairs} />
        </>
      );
  }
}
