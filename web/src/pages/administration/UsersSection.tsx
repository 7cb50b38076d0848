import { Button, Subtitle2 } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { UserView } from "../../api/wire";
import { LANGUAGE_NAMES } from "../../i18n/language";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { MenuOpener } from "../../ui/MenuOpener";
import styles from "../settings/Settings.module.css";
import { useAdministration } from "./AdministrationContext";
import { SearchedList } from "./SearchedList";

const UserMenu = lazy(() => import("./UserMenu"));
const UserDialogs = lazy(() => import("./UserDialogs"));

/** A dialog of this part of the page. */
export type UserDialog =
  | { readonly kind: "new" }
  | { readonly kind: "edit" | "link" | "disable" | "enable" | "sessions" | "factors"; readonly user: UserView };

const wordsOf = ({ name, user }: UserView) => [name, user];

function UserFacts({ user }: { readonly user: UserView }) {
  const text = useText();
  const facts = [
    literal(user.user),
    LANGUAGE_NAMES[user.language],
    ...(user.administrator ? [text("administrator")] : []),
    ...(user.disabled ? [text("account-closed")] : []),
  ];
  return <span className={styles.facts}>{facts.join(" · ")}</span>;
}

/** Everybody with an account. */
export default function UsersSection() {
  const text = useText();
  const { organization, me } = useAdministration();
  const [dialog, setDialog] = useState<UserDialog>();
  return (
    <section className={styles.section} aria-labelledby="users-title">
      <div className={styles.head}>
        <Subtitle2 as="h2" id="users-title">
          {text("users")}
        </Subtitle2>
        <Button appearance="primary" onClick={() => setDialog({ kind: "new" })}>
          {text("add-user")}
        </Button>
      </div>
      <SearchedList items={organization.users} label={text("find-user")} wordsOf={wordsOf}>
        {(user) => (
          <>
            <span className={styles.name}>
              <bdi>
                {literal(user.name)}
                {user.id === me && ` (${text("you")})`}
              </bdi>
              <UserFacts user={user} />
            </span>
            <MenuOpener label={text("change")} of={user.name}>
              {(target, close) => <UserMenu target={target} close={close} user={user} open={setDialog} />}
            </MenuOpener>
          </>
        )}
      </SearchedList>
      {dialog && (
        <Suspense>
          <UserDialogs dialog={dialog} close={() => setDialog(undefined)} />
        </Suspense>
      )}
    </section>
  );
}
