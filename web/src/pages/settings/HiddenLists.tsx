import { Button, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../../i18n/useText";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Hidden } from "../../ui/Hidden";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";

interface HiddenList {
  readonly list: string;
  readonly isDeleted: boolean;
}

/** Limited lists that an owner does not see, deleted ones too: that they exist is all there is to show. */
export function HiddenLists() {
  const text = useText();
  const { team, live, reload } = useSettings();
  const [joining, setJoining] = useState<HiddenList>();
  const listed = (lists: readonly string[], isDeleted: boolean) =>
    lists.map((list, index) => ({
      list,
      isDeleted,
      name: text(isDeleted ? "hidden-deleted-list-number" : "hidden-list-number", { number: index + 1 }),
    }));
  const hidden = [...listed(team.hidden_lists, false), ...listed(team.hidden_deleted_lists, true)];
  if (hidden.length === 0) return null;
  return (
    <>
      <Subtitle2 as="h3">{text("hidden-lists")}</Subtitle2>
      <p className={styles.what}>{text("hidden-lists-what")}</p>
      <ul className={styles.items}>
        {hidden.map(({ list, isDeleted, name }) => (
          <li key={list} className={styles.line}>
            <span className={styles.name}>{name}</span>
            <Button onClick={() => setJoining({ list, isDeleted })}>
              {text("join-list")}
              <Hidden> {name}</Hidden>
            </Button>
          </li>
        ))}
      </ul>
      {joining && (
        <ConfirmDialog
          title={text("join-list-title")}
          what={text(joining.isDeleted ? "join-deleted-list-what" : "join-list-what")}
          action={text("join-list-do")}
          send={(id) => live.command(id, { type: "join_list", list: joining.list })}
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
