import { Button, Subtitle2 } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { ListHeader } from "../../api/types";
import { Link } from "../../app/router";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { Hidden } from "../../ui/Hidden";
import { MenuOpener } from "../../ui/MenuOpener";
import { HiddenLists } from "./HiddenLists";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";

const ListMenu = lazy(() => import("./ListMenu"));
const ListDialogs = lazy(() => import("./ListDialogs"));

/** A dialog of this part of the page. */
export type ListDialog =
  | { readonly kind: "new" }
  | { readonly kind: "rename" | "columns" | "limit" | "delete"; readonly list: ListHeader };

function ListFacts({ list }: { readonly list: ListHeader }) {
  const text = useText();
  const facts = [
    text("patient-count", { count: list.patients }),
    text(list.order === "place" ? "order-by-place" : "order-by-hand"),
    ...(list.default ? [text("default-list")] : []),
    ...(list.members ? [text("limited-to", { count: list.members.length })] : []),
  ];
  return <span className={styles.facts}>{facts.join(" · ")}</span>;
}

function DeletedLists({ lists }: { readonly lists: readonly ListHeader[] }) {
  const text = useText();
  const { mayEdit, act } = useSettings();
  if (lists.length === 0) return null;
  return (
    <>
      <Subtitle2 as="h3">{text("deleted-lists")}</Subtitle2>
      <ul className={styles.items}>
        {lists.map((list) => (
          <li key={list.id} className={styles.line}>
            <span className={styles.name}>
              <bdi>{literal(list.name)}</bdi>
              <span className={styles.facts}>{text("patient-count", { count: list.patients })}</span>
            </span>
            {mayEdit && (
              <Button onClick={() => void act({ type: "restore_list", list: list.id }, "list-restored")}>
                {text("restore")}
                <Hidden> {literal(list.name)}</Hidden>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The team's lists, as far as the reader sees them. */
export default function ListsSection() {
  const text = useText();
  const { id, team, mayEdit } = useSettings();
  const [dialog, setDialog] = useState<ListDialog>();
  return (
    <section className={styles.section} aria-labelledby="lists-title">
      <div className={styles.head}>
        <Subtitle2 as="h2" id="lists-title">
          {text("lists")}
        </Subtitle2>
        {mayEdit && (
          <Button appearance="primary" onClick={() => setDialog({ kind: "new" })}>
            {text("add-list")}
          </Button>
        )}
      </div>
      {team.lists.length === 0 && <p className={styles.what}>{text("no-lists-what-next")}</p>}
      <ul className={styles.items}>
        {team.lists.map((list) => (
          <li key={list.id} className={styles.line}>
            <span className={styles.name}>
              <Link to="list" parameters={{ team: id, list: list.id }} className={styles.listLink}>
                <bdi>{literal(list.name)}</bdi>
              </Link>
              <ListFacts list={list} />
            </span>
            {mayEdit && (
              <MenuOpener label={text("change")} of={list.name}>
                {(target, close) => <ListMenu target={target} close={close} list={list} open={setDialog} />}
              </MenuOpener>
            )}
          </li>
        ))}
      </ul>
      <HiddenLists />
      <DeletedLists lists={team.deleted_lists} />
      {dialog && (
        <Suspense>
          <ListDialogs dialog={dialog} close={() => setDialog(undefined)} />
        </Suspense>
      )}
    </section>
  );
}
