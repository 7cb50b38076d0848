import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { News2Settings } from "../../api/record";
import { useText } from "../../i18n/useText";
import { useTeamCommand } from "../../live/useTeamCommand";
import { notify } from "../../ui/notices";
import { SaveDialog } from "../../ui/SaveDialog";
import { NEWS2_DEFAULTS } from "./news2Defaults";
import { useSettings } from "./SettingsContext";

/** What the server's numbers can hold. */
const MOST = 65_535;

function wholeNumber(typed: string): number | undefined {
  const number = /^\d+$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= MOST ? number : undefined;
}

interface News2DialogProps {
  /** As it is; undefined where it is off. */
  readonly settings: News2Settings | undefined;
  readonly close: () => void;
}

/** Switches NEWS2 on, or changes how it is calculated. How the record's words for consciousness are read has a dialog of its own. */
export default function News2Dialog({ settings = NEWS2_DEFAULTS, close }: News2DialogProps) {
  const text = useText();
  const { live, reload } = useSettings();
  const [start] = useState({ gap: String(settings.max_gap_minutes), stale: String(settings.stale_after_hours) });
  const [gap, setGap] = useState(start.gap);
  const [stale, setStale] = useState(start.stale);
  const [isTried, setTried] = useState(false);
  const run = useTeamCommand(live, reload);
  const save = async () => {
    setTried(true);
    const [minutes, hours] = [wholeNumber(gap), wholeNumber(stale)];
    if (minutes === undefined || hours === undefined) return;
    const changed = { ...settings, max_gap_minutes: minutes, stale_after_hours: hours };
    if (!(await run.perform({ type: "set_news2", settings: changed }))) return;
    notify("success", text("news2-saved"));
    close();
  };
  const line = (label: string, value: string, set: (value: string) => void) => (
    <Field
      label={label}
      {...(isTried && wholeNumber(value) === undefined
        ? { validationMessage: text("news2-whole-number", { most: MOST }) }
        : {})}
    >
      <Input value={value} inputMode="numeric" autoComplete="off" onChange={(_, data) => set(data.value)} />
    </Field>
  );
  return (
    <SaveDialog
      title={text("news2-settings")}
      isTouched={gap !== start.gap || stale !== start.stale}
      save={save}
      run={run}
      close={close}
    >
      {line(text("news2-gap"), gap, setGap)}
      {line(text("news2-stale-after"), stale, setStale)}
    </SaveDialog>
  );
}
