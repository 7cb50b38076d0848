import { Button, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../../i18n/useText";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";

/** Limited lists that an owner does not see: that they exist is all there is to show. */
export function HiddenLists() {
  const text = useText();
  const { team, live, reload } = useSettings();
  const [joining, setJoining] = useState<string>();
  const { hidden_lists: hidden } = team;
  if (hidden.length === 0) return null;
  return (
    <>
      <Subtitle2 as="h3">{text("hidden-lists")}</Subtitle2>
      <p className={styles.what}>{text("hidden-lists-what")}</p>
      <ul className={styles.items}>
        {hidden.map((list, index) => (
          <li key={list} className={styles.line}>
            <span className={styles.name}>{text("hidden-list-number", { number: index + 1 })}</span>
            <Button onClick={() => setJoining(list)}>{text("join-list")}</Button>
          </li>
        ))}
      </ul>
      {joining !== undefined && (
        <ConfirmDialog
          title={text("join-list-title")}
          what={text("join-list-what")}
          action={text("join-list-do")}
          send={(id) => live.command(id, { type: "join_list", list: joining })}
          done={() => {
            setJoining(undefined);
            void reload();
          }}
          close={() => setJoining(undefined)}
        />
      )}
    </>
  );
}
