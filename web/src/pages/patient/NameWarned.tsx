import { useMemo } from "react";
import type { PatientView } from "../../api/wire";
import { useCellContext } from "../../list/ListContext";
import { NameWarnings, useNameWarning } from "../../list/nameWarnings";
import type { ListStore } from "../../live/listStore";
import { PatientIdentity } from "../../patient/Identity";

interface NameWarnedProps {
  readonly store: ListStore;
  readonly patient: Pick<PatientView, "id" | "identity">;
}

/** The identity, with a warning where somebody else of the list could be taken for the patient. */
export function NameWarned({ store, patient }: NameWarnedProps) {
  const { today } = useCellContext().fieldContext;
  const warnings = useMemo(() => new NameWarnings(store), [store]);
  const warning = useNameWarning(warnings, patient.id);
  return <PatientIdentity identity={patient.identity} today={today} warning={warning} />;
}
