import { useEffect, useMemo, useState } from "react";
import { BREAK_GLASS_REQUIRED, problemText } from "../../api/problem";
import type { Team } from "../../api/types";
import { redirect } from "../../app/router";
import { useStore } from "../../app/store";
import { useMe } from "../../app/useMe";
import { FieldContextReact } from "../../fields/fieldUi";
import { useText, useTexts } from "../../i18n/useText";
import { CellContext, type CellPageContext } from "../../list/ListContext";
import { lookOf } from "../../list/listView";
import { useTeamFieldContext } from "../../list/useTeamFieldContext";
import { ConnectionBanner } from "../../live/ConnectionBanner";
import { LoadedTeam } from "../../live/LoadedTeam";
import type { ListStore } from "../../live/listStore";
import type { TeamLive } from "../../live/teamLive";
import { UnsentGuard } from "../../live/UnsentGuard";
import { useOpenList, useTeamLive } from "../../live/useLive";
import { Message } from "../../ui/Message";
import { usePageTitle } from "../../ui/usePageTitle";
import { PatientArticle } from "./PatientArticle";
import { PatientContext, type PatientDialog, type PatientPageContext, type PatientPart } from "./PatientContext";
import { PatientNav } from "./PatientNav";
import { ProtectedPatient } from "./ProtectedPatient";
import { fieldsInUse } from "./patientBase.model";
import type { PatientStore } from "./patientStore";
import { usePatient } from "./usePatient";

interface PatientPageProps {
  readonly team: string;
  /** The list it was opened from; undefined where that is not known. */
  readonly list: string | undefined;
  readonly patient: string;
  readonly part: PatientPart;
}

interface LoadedProps extends PatientPageProps {
  readonly live: TeamLive;
  readonly loaded: Team;
  readonly store: PatientStore;
  readonly listStore: ListStore | undefined;
}

function LoadedPatient({ team, list, patient: id, part, live, loaded, store, listStore }: LoadedProps) {
  const texts = useTexts();
  const state = useStore(store.state);
  const me = useMe();
  const fieldContext = useTeamFieldContext(loaded);
  const fields = useMemo(() => fieldsInUse(loaded.schema.fields), [loaded.schema.fields]);
  const [dialog, setDialog] = useState<PatientDialog>();
  const { role, time_zone: timeZone } = loaded;
  const cells = useMemo<CellPageContext>(
    () => ({ me, timeZone, team, list, live, store, fields, role, fieldContext }),
    [me, timeZone, team, list, live, store, fields, role, fieldContext],
  );
  const patient = state.state === "loaded" ? state.patient : undefined;
  const context = useMemo<PatientPageContext | undefined>(() => {
    const ofList = list !== undefined && listStore ? { id: list, store: listStore } : undefined;
    return (
      patient && {
        patient,
        team,
        loaded,
        live,
        part,
        list: ofList,
        read: store.read,
        mask: store.mask,
        open: setDialog,
      }
    );
  }, [patient, team, loaded, live, part, list, listStore, store]);

  // A list keeps the patient true: where it is not known, or not ours any more, another one of theirs is taken.
  const other = list === undefined ? patient?.lists[0] : undefined;
  useEffect(() => {
    if (other !== undefined) redirect(part === "chart" ? "chart" : "patient", { team, list: other, patient: id });
  }, [other, part, team, id]);
  useEffect(() => {
    if (listStore) lookOf(listStore).patient = id;
  }, [listStore, id]);

  if (state.state === "failed" && state.problem.code === BREAK_GLASS_REQUIRED) {
    const row = listStore?.find(id);
    const place = row?.values[listStore?.state.get().fields.findIndex(({ type }) => type === "place") ?? -1];
    const who = [row?.patient.initials, typeof place === "string" ? place : undefined].filter((words) => words != null);
    return (
      <ProtectedPatient
        {...{ patient: id, live, loaded, read: store.read }}
        who={who.length > 0 ? who.join(" · ") : undefined}
      />
    );
  }
  if (state.state === "failed") {
    const isGone = state.problem.status === 404;
    return (
      <Message
        title={texts.text(isGone ? "patient-gone" : "could-not-load")}
        detail={isGone ? texts.text("patient-gone-what-next") : problemText(state.problem, texts)}
        action={{ label: texts.text("retry"), perform: () => void store.read() }}
      />
    );
  }
  if (!context) return <Message title={texts.text("loading")} />;
  return (
    <FieldContextReact value={fieldContext}>
      <CellContext value={cells}>
        <PatientContext value={context}>
          <UnsentGuard />
          <ConnectionBanner live={live} timeZone={timeZone} />
          <PatientArticle dialog={dialog} />
        </PatientContext>
      </CellContext>
    </FieldContextReact>
  );
}

/** Leaves a list that is not, or no longer, for this reader. */
function useListGone(store: ListStore | undefined, leave: () => void): void {
  useEffect(() => {
    if (!store) return;
    const look = () => store.state.get().phase === "gone" && leave();
    look();
    return store.state.subscribe(look);
  }, [store, leave]);
}

/** One patient: everything that the team keeps of them, in the place of the list. */
export default function PatientPage({ team, list, patient, part }: PatientPageProps) {
  const text = useText();
  const live = useTeamLive(team);
  const listStore = useOpenList(live, list);
  const store = usePatient({ live, team, patient, list, listStore });
  usePageTitle("patient");
  const leaveList = useMemo(
    () => () => redirect(part === "chart" ? "unlistedChart" : "unlisted", { team, patient }),
    [part, team, patient],
  );
  useListGone(listStore, leaveList);
  return (
    <LoadedTeam live={live}>
      {(loaded) => (
        <>
          {list !== undefined && listStore && (
            <PatientNav team={team} list={list} patient={patient} part={part} loaded={loaded} store={listStore} />
          )}
          {store?.id === patient ? (
            <LoadedPatient key={patient} {...{ team, list, patient, part, live, loaded, store, listStore }} />
          ) : (
            <Message title={text("loading")} />
          )}
        </>
      )}
    </LoadedTeam>
  );
}
