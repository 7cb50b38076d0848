import { Checkbox, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { ListHeader } from "../../api/types";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { useTeamCommand } from "../../live/useTeamCommand";
import { SaveDialog } from "../../ui/SaveDialog";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";

interface LimitDialogProps {
  readonly list: ListHeader;
  readonly close: () => void;
}

/** Limits a list to named members, oneself always among them, or opens it to the whole team. */
export function LimitDialog({ list, close }: LimitDialogProps) {
  const text = useText();
  const { team, live, me, reload } = useSettings();
  const [isLimited, setLimited] = useState(true);
  const [start] = useState<ReadonlySet<string>>(() => new Set([...(list.members ?? []), me]));
  const [chosen, setChosen] = useState(start);
  const run = useTeamCommand(live, reload);
  const save = async () => {
    const members = isLimited ? team.members.map(({ user }) => user).filter((user) => chosen.has(user)) : null;
    if (await run.perform({ type: "set_list_members", list: list.id, members })) close();
  };
  const toggle = (user: string) => {
    const next = new Set(chosen);
    if (!next.delete(user)) next.add(user);
    setChosen(next);
  };
  return (
    <SaveDialog
      title={text("limit-of", { list: list.name })}
      isTouched={!isLimited || chosen !== start}
      save={save}
      run={run}
      close={close}
    >
      <Field label={text("who-sees-list")}>
        <RadioGroup value={isLimited ? "some" : "all"} onChange={(_, { value }) => setLimited(value === "some")}>
          <Radio value="all" label={text("whole-team")} />
          <Radio value="some" label={text("these-members")} />
        </RadioGroup>
      </Field>
      {isLimited && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a second visible legend
        <div role="group" aria-label={text("these-members")} className={styles.checks}>
          {team.members.map(({ user, name }) => (
            <Checkbox
              key={user}
              checked={chosen.has(user)}
              disabled={user === me}
              label={user === me ? `${literal(name)} (${text("you")})` : literal(name)}
              onChange={() => toggle(user)}
            />
          ))}
        </div>
      )}
      <p>{text(isLimited ? "limit-what" : "open-to-team-what")}</p>
    </SaveDialog>
  );
}
