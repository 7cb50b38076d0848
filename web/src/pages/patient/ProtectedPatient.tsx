import { Button, Field, Radio, RadioGroup, Subtitle1, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { BreakGlassCode, Team } from "../../api/types";
import { useText } from "../../i18n/useText";
import type { TeamLive } from "../../live/teamLive";
import { useTeamCommand } from "../../live/useTeamCommand";
import { CODES } from "../../patient/breakGlass";
import { Icon } from "../../ui/Icon";
import { Message } from "../../ui/Message";
import { ProblemBar } from "../../ui/ProblemBar";
import { mayWrite } from "./PatientContext";
import styles from "./Protection.module.css";

/** Characters that a reason has at least. */
const SHORTEST = 10;

interface ProtectedPatientProps {
  readonly patient: string;
  readonly live: TeamLive;
  readonly loaded: Team;
  /** Initials and place, where the list is known that she was opened from. */
  readonly who: string | undefined;
  /** Reads the patient once she is open. */
  readonly read: () => Promise<void>;
}

/** In the place of a protected patient's page: asks why she is opened. A guest only reads what they see without. */
export function ProtectedPatient({ patient, live, loaded, who, read }: ProtectedPatientProps) {
  const text = useText();
  const [code, setCode] = useState<BreakGlassCode>();
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const { perform, problem, isBusy } = useTeamCommand(live, read);
  if (!mayWrite(loaded)) return <Message title={text("protected-title")} detail={text("protected-guest")} />;
  const isTooShort = reason.trim().length < SHORTEST;
  const submit = () => {
    setAsked(true);
    if (code === undefined || isTooShort) return;
    void perform({ type: "break_glass", patient, code, text: reason.trim() });
  };
  return (
    <form
      className={styles.question}
      aria-labelledby="protected-title"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Subtitle1 as="h1" id="protected-title">
        <Icon name="locked" /> {text("protected-why")}
      </Subtitle1>
      {who !== undefined && (
        <p className={styles.who}>
          <bdi>{who}</bdi>
        </p>
      )}
      <p className={styles.what}>{text("protected-what")}</p>
      <Field
        label={text("break-glass-kind")}
        required
        {...(isAsked && code === undefined ? { validationMessage: text("break-glass-kind-needed") } : {})}
      >
        <RadioGroup value={code ?? ""} onChange={(_, { value }) => setCode(value as BreakGlassCode)}>
          {(Object.keys(CODES) as BreakGlassCode[]).map((each) => (
            <Radio key={each} value={each} label={text(CODES[each])} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label={text("break-glass-reason")}
        required
        hint={text("break-glass-reason-hint", { limit: SHORTEST })}
        {...(isAsked && isTooShort
          ? { validationMessage: text("break-glass-reason-needed", { limit: SHORTEST }) }
          : {})}
      >
        <Textarea value={reason} maxLength={1_000} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <ProblemBar problem={problem} />
      <Button appearance="primary" type="submit" disabledFocusable={isBusy} className={styles.fit ?? ""}>
        {text("break-glass-do")}
      </Button>
    </form>
  );
}
