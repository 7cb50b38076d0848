import { Button } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { request } from "../../api/client";
import { asProblem, Problem } from "../../api/problem";
import { type EhrConnection, type EhrProbe, type Found, RECORD_TIMEOUT_MS } from "../../api/record";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useTeamCommand } from "../../live/useTeamCommand";
import { ModalDialog } from "../../ui/ModalDialog";
import { notify } from "../../ui/notices";
import { ProblemBar } from "../../ui/ProblemBar";
import { ConnectionFields } from "./ConnectionFields";
import { connectionDraft, keepsSecret, type MissingPart, missingParts, probeOf } from "./connection.model";
import { FoundRecord } from "./FoundRecord";
import { useSettings } from "./SettingsContext";

interface ConnectionDialogProps {
  /** The connection that stands, to be changed. */
  readonly connection: EhrConnection | undefined;
  readonly close: () => void;
}

/** Where there is no metadata to be found there is no FHIR server: no patient was asked for yet who could be missing. */
function probeProblem(thrown: unknown): Problem {
  const problem = asProblem(thrown);
  return problem.code === "ehr_not_there" ? new Problem(problem.status, "ehr_not_fhir") : problem;
}

const NOTHING_MISSING: ReadonlySet<MissingPart> = new Set();

/** Looks at a record, says what it found and what is missing, and only then connects the team to it. */
export default function ConnectionDialog({ connection, close }: ConnectionDialogProps) {
  const text = useText();
  const { id, live, reload } = useSettings();
  const [start] = useState(() => connectionDraft(connection));
  const [draft, setDraft] = useState(start);
  const [missing, setMissing] = useState(NOTHING_MISSING);
  const [found, setFound] = useState<Found>();
  const send = useCallback(
    (_: string, body: EhrProbe) =>
      request<Found>(`/api/teams/${id}/ehr/probe`, { method: "POST", body, timeoutMs: RECORD_TIMEOUT_MS }).catch(
        (thrown: unknown) => Promise.reject(probeProblem(thrown)),
      ),
    [id],
  );
  const probe = useCommand(send);
  const connecting = useTeamCommand(live, reload);

  const change = (next: typeof draft) => {
    setDraft(next);
    setMissing(NOTHING_MISSING);
    // What was found is true of what was asked, and of nothing else.
    setFound(undefined);
    probe.forget();
    connecting.forget();
  };
  const look = async () => {
    const lacking = missingParts(draft, connection);
    setMissing(lacking);
    if (lacking.size > 0) return;
    setFound(undefined);
    connecting.forget();
    const answer = await probe.perform(probeOf(draft));
    if (answer) setFound(answer);
  };
  const connect = async () => {
    if (!found) return;
    const { url, auth } = probeOf(draft);
    if (!(await connecting.perform({ type: "set_ehr_connection", name: draft.name.trim(), url, auth }))) return;
    notify("success", text("record-connected"));
    close();
  };
  const isBusy = probe.isBusy || connecting.isBusy;
  return (
    <ModalDialog
      title={text(connection ? "record-connection" : "connect-record")}
      onClose={close}
      isTouched={draft !== start}
      onSubmit={() => void (found ? connect() : look())}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          {found && (
            <Button disabledFocusable={isBusy} onClick={() => void look()}>
              {text("record-look")}
            </Button>
          )}
          <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
            {text(found ? "record-connect" : "record-look")}
          </Button>
        </>
      }
    >
      <ConnectionFields
        draft={draft}
        setDraft={change}
        missing={missing}
        isSecretKept={keepsSecret(draft, connection)}
      />
      <ProblemBar problem={probe.problem ?? connecting.problem} />
      {found && <FoundRecord found={found} />}
    </ModalDialog>
  );
}
