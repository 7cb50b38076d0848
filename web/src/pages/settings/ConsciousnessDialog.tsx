import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { News2Settings } from "../../api/record";
import { useText } from "../../i18n/useText";
import { useTeamCommand } from "../../live/useTeamCommand";
import { ModalDialog } from "../../ui/ModalDialog";
import { notify } from "../../ui/notices";
import { ProblemBar } from "../../ui/ProblemBar";
import { ConsciousnessLines } from "./ConsciousnessLines";
import { contradictions, draftOf, type MapPart, mapOf } from "./consciousness.model";
import { NEWS2_DEFAULTS } from "./news2Defaults";
import { useSettings } from "./SettingsContext";

/** Code systems that say how conscious somebody is, by the address that FHIR knows them by. */
const SYSTEMS = { "http://loinc.org": "LOINC", "http://snomed.info/sct": "SNOMED CT" };
const PARTS: readonly MapPart[] = ["observations", "codes", "texts"];

interface ConsciousnessDialogProps {
  /** As they are while the dialog is open: of these only the map is changed. */
  readonly settings: News2Settings;
  readonly close: () => void;
}

/** What the record's codes and words for consciousness mean for the score. */
export default function ConsciousnessDialog({ settings, close }: ConsciousnessDialogProps) {
  const text = useText();
  const systems = useId();
  const { live, reload } = useSettings();
  const [draft, setDraft] = useState(() => draftOf(settings.consciousness));
  const [isTried, setTried] = useState(false);
  const { perform, problem, isBusy } = useTeamCommand(live, reload);
  const wrong = PARTS.flatMap((part) => contradictions(part, draft[part])).at(0);
  const save = async () => {
    setTried(true);
    if (wrong) return;
    const changed = { ...settings, consciousness: mapOf(draft) };
    if (!(await perform({ type: "set_news2", settings: changed }))) return;
    notify("success", text("news2-saved"));
    close();
  };
  return (
    <ModalDialog
      title={text("news2-map")}
      onClose={close}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={() => setDraft(draftOf(NEWS2_DEFAULTS.consciousness))}>{text("news2-map-restore")}</Button>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
            {text("save")}
          </Button>
        </>
      }
    >
      <span>{text("news2-map-what")}</span>
      <datalist id={systems}>
        {Object.entries(SYSTEMS).map(([address, name]) => (
          <option key={address} value={address}>
            {name}
          </option>
        ))}
      </datalist>
      {PARTS.map((part) => (
        <ConsciousnessLines
          key={part}
          part={part}
          lines={draft[part]}
          setLines={(lines) => setDraft({ ...draft, [part]: lines })}
          systems={systems}
        />
      ))}
      {isTried && wrong && (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>{text("news2-map-twice", { what: wrong.what.trim() })}</MessageBarBody>
        </MessageBar>
      )}
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
