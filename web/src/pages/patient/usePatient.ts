import { useCallback, useEffect, useState } from "react";
import { useMe } from "../../app/useMe";
import { useRefresh } from "../../app/useRefresh";
import type { ListStore } from "../../live/listStore";
import type { TeamLive } from "../../live/teamLive";
import { PatientStore } from "./patientStore";

interface PatientOptions {
  readonly live: TeamLive;
  readonly team: string;
  readonly patient: string;
  readonly list: string | undefined;
  /** The open list; undefined until it is there, and where there is none. */
  readonly listStore: ListStore | undefined;
}

/** The patient of the page, for as long as the page shows them. */
export function usePatient({ live, team, patient, list, listStore }: PatientOptions): PatientStore | undefined {
  const me = useMe();
  const [store, setStore] = useState<PatientStore>();
  useEffect(() => {
    if (list !== undefined && !listStore) return;
    const opened = new PatientStore({
      path: `/api/teams/${team}/patients/${patient}`,
      patient,
      live,
      me,
      list: list !== undefined && listStore ? { id: list, store: listStore } : undefined,
    });
    opened.start();
    setStore(opened);
    return () => {
      opened.stop();
      setStore(undefined);
    };
  }, [live, team, patient, list, listStore, me]);
  // Nothing tells that the team is connected to another record, or that news of the patient did not come through.
  const refresh = useCallback(async () => {
    await Promise.all([store?.read(), live.loadTeam()]);
  }, [store, live]);
  useRefresh(refresh);
  return store;
}
