import { Button, Subtitle1 } from "@fluentui/react-components";
import { Suspense, useMemo, useState } from "react";
import type { ListHeader, Team } from "../api/types";
import { later } from "../app/later";
import { useStore } from "../app/store";
import { FieldContextReact } from "../fields/fieldUi";
import { literal } from "../i18n/literal";
import { MenuOpener } from "../ui/MenuOpener";
import { useMediaQuery } from "../ui/useMediaQuery";
import { AsOf } from "./AsOf";
import type { ListDialog } from "./cellActions";
import { EmptyList } from "./EmptyList";
import { columnName, FilterBar } from "./FilterBar";
import { useListContext } from "./ListContext";
import { ListGrid } from "./ListGrid";
import { ListSwitch } from "./ListSwitch";
import styles from "./ListView.module.css";
import { lookOf } from "./listView";
import { RecordBar } from "./RecordBar";
import { RefusedBar } from "./RefusedBar";
import { ReviewLink } from "./ReviewLink";
import { type Ordering, WHOLE_VIEW } from "./rowOrder.model";
import { UnseenBar } from "./UnseenBar";
import { useRowOrder } from "./useRowOrder";

const ListMenu = later(() => import("./ListMenu"));
const Cards = later(() => import("./Cards"));
const DecisionDialog = later(() => import("./DecisionDialog"));
const HighlightDialog = later(() => import("./HighlightDialog"));
const AddPatientDialog = later(() => import("./AddPatientDialog"));
const AddFromRecord = later(() => import("./AddFromRecord"));
const ColumnsDialog = later(() => import("./ColumnsDialog"));
const FilterDialog = later(() => import("./FilterDialog"));

/** Below this width a grid is no use: cards. */
const PHONE = "(width < 600px)";

interface ListViewProps {
  readonly header: ListHeader;
  readonly team: Team;
}

/** Counts the cells that are being edited; rows hold still meanwhile. */
function useEditing() {
  return useState(() => {
    let count = 0;
    return {
      isEditing: () => count > 0,
      begin: () => {
        count += 1;
        return () => {
          count -= 1;
        };
      },
    };
  })[0];
}

/** The list with what stands above it. */
export function ListView({ header, team }: ListViewProps) {
  const { live, store, fields, role, fieldContext } = useListContext();
  const { text } = fieldContext.texts;
  const isPhone = useMediaQuery(PHONE);
  const { view: viewStore } = lookOf(store);
  const view = useStore(viewStore);
  const setView = viewStore.set;
  const [filtering, setFiltering] = useState<string>();
  const [dialog, setDialog] = useState<ListDialog>();
  const [deciding, setDeciding] = useState<string>();
  const { refused } = useStore(live.outbox.state);
  const editing = useEditing();
  const AddDialog = team.ehr ? AddFromRecord : AddPatientDialog;
  const ordering = useMemo<Ordering>(
    () => ({ fields, listOrder: header.order, view, context: fieldContext }),
    [fields, header.order, view, fieldContext],
  );
  const rows = useRowOrder(store, ordering, editing.isEditing);
  const { order } = useStore(store.state);
  const decided = refused.find(({ id }) => id === deciding);
  const nameOf = (column: string) => columnName(column, fields, text("patient"));
  return (
    <FieldContextReact value={fieldContext}>
      <div className={styles.header}>
        <ListSwitch team={team} />
        <Subtitle1 as="h1" className={styles.name}>
          <bdi>{literal(header.name)}</bdi>
        </Subtitle1>
        <span className={styles.facts}>
          {text("patient-count", { count: order.length })} · <AsOf />
        </span>
        {team.unreviewed != null && <ReviewLink unreviewed={team.unreviewed} />}
        {role !== "guest" && (
          <span className={styles.actions}>
            <Button onClick={() => setDialog({ kind: "add-patient" })}>{text("add-patient")}</Button>
            <MenuOpener label={text("list-actions")}>
              {(target, close) => <ListMenu target={target} close={close} open={setDialog} />}
            </MenuOpener>
          </span>
        )}
      </div>
      <RecordBar />
      <UnseenBar />
      <RefusedBar refused={refused} onDecide={setDeciding} />
      <FilterBar view={view} setView={setView} nameOf={nameOf} shown={rows.length} total={order.length} />
      {rows.length === 0 ? (
        <EmptyList
          isFiltered={order.length > 0}
          lacksRecord={team.mode === "ehr" && !team.ehr}
          showAll={() => setView(WHOLE_VIEW)}
          addPatient={() => setDialog({ kind: "add-patient" })}
        />
      ) : isPhone ? (
        <Suspense>
          <Cards rows={rows} onDecide={setDeciding} onEdit={editing.begin} />
        </Suspense>
      ) : (
        <ListGrid
          header={header}
          rows={rows}
          view={view}
          setView={setView}
          openFilter={setFiltering}
          onDecide={setDeciding}
          onEdit={editing.begin}
          openDialog={setDialog}
        />
      )}
      <Suspense>
        {filtering !== undefined && (
          <FilterDialog
            column={filtering}
            name={nameOf(filtering)}
            view={view}
            setView={setView}
            close={() => setFiltering(undefined)}
          />
        )}
        {dialog?.kind === "highlight" && <HighlightDialog target={dialog.target} close={() => setDialog(undefined)} />}
        {dialog?.kind === "add-patient" && <AddDialog close={() => setDialog(undefined)} />}
        {dialog?.kind === "columns" && (
          <ColumnsDialog list={header} schema={team.schema} live={live} close={() => setDialog(undefined)} />
        )}
        {decided && <DecisionDialog refused={decided} timeZone={team.time_zone} close={() => setDeciding(undefined)} />}
      </Suspense>
    </FieldContextReact>
  );
}
