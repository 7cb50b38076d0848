import { createContext, use } from "react";
import type { Field, Team } from "../../api/types";
import type { PatientView } from "../../api/wire";
import type { ListStore } from "../../live/listStore";
import type { TeamLive } from "../../live/teamLive";

/** A dialog of the patient's page. */
export type PatientDialog =
  | { readonly kind: "value" | "value-history" | "highlight"; readonly field: Field }
  | {
      readonly kind:
        | "highlight-patient"
        | "history"
        | "identity"
        | "merge"
        | "add-to-list"
        | "sensitive"
        | "responsible";
    }
  | { readonly kind: "link" | "unlink" | "proposal" | "spo2-scale" }
  | { readonly kind: "note-history" | "edit-note"; readonly note: string }
  | { readonly kind: "move"; readonly from: string }
  | { readonly kind: "unmerge"; readonly record: string }
  | { readonly kind: "decide"; readonly command: string };

/** The parts of a patient's page: what the team keeps, and what the hospital's record says. */
export type PatientPart = "team" | "chart";

/** What all parts of a patient's page share, beside what the cells need. */
export interface PatientPageContext {
  readonly patient: PatientView;
  readonly team: string;
  readonly loaded: Team;
  readonly live: TeamLive;
  readonly part: PatientPart;
  /** The list it was opened from. */
  readonly list: { readonly id: string; readonly store: ListStore } | undefined;
  /** Reads the patient again, where a command changed what no live change tells. */
  readonly read: () => Promise<void>;
  /** Forgets everything of the patient: an access that was given for a while has ended. */
  readonly mask: () => void;
  readonly open: (dialog: PatientDialog | undefined) => void;
}

export const PatientContext = createContext<PatientPageContext | null>(null);

export function usePatientContext(): PatientPageContext {
  const context = use(PatientContext);
  if (!context) throw new Error("usePatientContext outside of a patient's page");
  return context;
}

/** Whether the reader may write on patients at all. */
export const mayWrite = ({ role }: Pick<Team, "role">): boolean => role !== "guest";

/** Whether this record is part of another one now: it is looked at, and changed no more. */
export const isMergedAway = ({ merged_into: into }: PatientView): boolean => typeof into === "string";
