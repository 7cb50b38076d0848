import { Button, Subtitle2 } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { type Field, unitOf } from "../../api/types";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { Hidden } from "../../ui/Hidden";
import { Icon } from "../../ui/Icon";
import { MenuOpener } from "../../ui/MenuOpener";
import { NameDialog } from "../../ui/NameDialog";
import { SortableList } from "../../ui/SortableList";
import { before, movedTo } from "../../ui/sortable.model";
import { FieldOptions } from "./FieldOptions";
import { CHART_SOURCES, FIELD_TYPES } from "./fieldTypes";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";
import { useExpectedOrder } from "./useExpectedOrder";

const FieldMenu = lazy(() => import("./FieldMenu"));
const NewFieldDialog = lazy(() => import("./NewFieldDialog"));

/** A dialog of this part of the page. */
export type FieldDialog = { readonly kind: "new" } | { readonly kind: "rename" | "options"; readonly field: Field };

const keyOf = ({ id }: Field) => id;
const nameOf = ({ name }: Field) => name;

function FieldFacts({ field }: { readonly field: Field }) {
  const text = useText();
  const unit = unitOf(field);
  return (
    <span className={styles.facts}>
      {text(FIELD_TYPES[field.type])}
      {"source" in field && ` · ${text(CHART_SOURCES[field.source])}`}
      {unit !== undefined && ` · ${literal(unit)}`}
      {field.locked && (
        <>
          {" · "}
          <Icon name="locked" /> {text("locked-to-owners")}
        </>
      )}
    </span>
  );
}

function ArchivedFields({ fields }: { readonly fields: readonly Field[] }) {
  const text = useText();
  const { mayEdit, isOwner, act } = useSettings();
  if (fields.length === 0) return null;
  return (
    <>
      <Subtitle2 as="h3">{text("archived-fields")}</Subtitle2>
      <p className={styles.what}>{text("archived-fields-what")}</p>
      <ul className={styles.items}>
        {fields.map((field) => (
          <li key={field.id} className={styles.line}>
            <span className={styles.name}>
              <bdi>{literal(field.name)}</bdi>
              <FieldFacts field={field} />
            </span>
            {mayEdit && (isOwner || !field.locked) && (
              <Button onClick={() => void act({ type: "restore_field", field: field.id }, "field-restored")}>
                {text("restore")}
                <Hidden> {literal(field.name)}</Hidden>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The team's patient schema: what it keeps of each patient. */
export default function FieldsSection() {
  const text = useText();
  const { team, mayEdit, isOwner, act, live, reload } = useSettings();
  const [dialog, setDialog] = useState<FieldDialog>();
  const { fields } = team.schema;
  const inUse = fields.filter(({ archived }) => !archived);
  const { items, expect } = useExpectedOrder(inUse, keyOf);
  const move = async (from: number, to: number) => {
    const moved = items[from];
    if (!moved) return;
    const order = movedTo(items, from, to);
    const after = before(order, moved)?.id ?? null;
    await expect(order, () => act({ type: "move_field", field: moved.id, after }));
  };
  const close = () => setDialog(undefined);
  return (
    <section className={styles.section} aria-labelledby="fields-title">
      <div className={styles.head}>
        <Subtitle2 as="h2" id="fields-title">
          {text("fields")}
        </Subtitle2>
        {mayEdit && (
          <Button appearance="primary" onClick={() => setDialog({ kind: "new" })}>
            {text("add-field")}
          </Button>
        )}
      </div>
      <p className={styles.what}>{text("fields-what")}</p>
      <SortableList
        label={text("fields")}
        items={items}
        keyOf={keyOf}
        nameOf={nameOf}
        onMove={mayEdit ? (from, to) => void move(from, to) : undefined}
      >
        {(field, index) => (
          <div className={styles.line}>
            <span className={styles.name}>
              <bdi>{literal(field.name)}</bdi>
              <FieldFacts field={field} />
            </span>
            {mayEdit && (isOwner || !field.locked) && (
              <MenuOpener label={text("change")} of={field.name}>
                {(target, closeMenu) => (
                  <FieldMenu
                    target={target}
                    close={closeMenu}
                    field={field}
                    move={(by) => void move(index, index + by)}
                    isFirst={index === 0}
                    isLast={index === items.length - 1}
                    open={setDialog}
                  />
                )}
              </MenuOpener>
            )}
          </div>
        )}
      </SortableList>
      <ArchivedFields fields={fields.filter(({ archived }) => archived)} />
      {dialog?.kind === "rename" && (
        <NameDialog
          title={text("rename-field")}
          name={dialog.field.name}
          send={(id, name) => live.command(id, { type: "rename_field", field: dialog.field.id, name })}
          done={() => {
            close();
            void reload();
          }}
          close={close}
        />
      )}
      {dialog?.kind === "options" && <FieldOptions field={dialog.field} close={close} />}
      {dialog?.kind === "new" && (
        <Suspense>
          <NewFieldDialog close={close} />
        </Suspense>
      )}
    </section>
  );
}
