import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { Suspense, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Field } from "../api/types";
import { later } from "../app/later";
import type { ShownRow } from "../live/shown.model";
import styles from "./Cards.module.css";
import { CellContent } from "./CellContent";
import { canEditCell, useListContext } from "./ListContext";
import { lookOf } from "./listView";
import { PatientCell } from "./PatientCell";

const EditSheet = later(() => import("./EditSheet"));

/** Above this many cards only those around the screen are in the page. */
const MOST_PLAIN_CARDS = 50;
const ESTIMATED_HEIGHT = 420;

interface CardsProps {
  readonly rows: readonly string[];
  readonly onDecide: (command: string) => void;
  readonly onEdit: () => () => void;
}

interface Editing {
  readonly patient: string;
  readonly field: Field;
}

interface CardProps {
  readonly patient: string;
  readonly edit: (editing: Editing) => void;
  readonly onDecide: (command: string) => void;
}

interface CardValueProps {
  readonly row: ShownRow;
  readonly field: Field;
  readonly index: number;
  readonly className: string | undefined;
  readonly open: (field: Field) => void;
}

/** A value with its name, a touch away from its editor where the reader may edit it. */
function CardValue({ row, field, index, className, open }: CardValueProps) {
  const context = useListContext();
  const content = (
    <>
      <span className={styles.field}>{field.name}</span>
      <span className={styles.value}>
        <CellContent row={row} field={field} index={index} />
      </span>
    </>
  );
  if (!canEditCell(context, row, field)) return <div className={className}>{content}</div>;
  return (
    <button type="button" className={className} onClick={() => open(field)}>
      {content}
    </button>
  );
}

function Card({ patient, edit, onDecide }: CardProps) {
  const { store, fields } = useListContext();
  const row = useSyncExternalStore(
    (listener) => store.subscribe(patient, listener),
    () => store.find(patient),
  );
  if (!row) return null;
  const place = fields[0]?.type === "place" ? fields[0] : undefined;
  const open = (field: Field) => {
    const mark = row.marks.get(field.id);
    if (mark?.kind === "refused") onDecide(mark.id);
    else edit({ patient, field });
  };
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        {place && <CardValue row={row} field={place} index={0} className={styles.place} open={open} />}
        <h2 className={styles.identity}>
          <PatientCell row={row} isInGrid={false} />
        </h2>
      </div>
      <ul className={styles.values}>
        {fields.map(
          (field, index) =>
            field !== place && (
              <li key={field.id}>
                <CardValue row={row} field={field} index={index} className={styles.line} open={open} />
              </li>
            ),
        )}
      </ul>
    </div>
  );
}

type CardsInOrder = Omit<CardProps, "patient"> & Pick<CardsProps, "rows">;

/** Brings the card into view that one comes back to, after the page has put the focus at its beginning. */
function useComeBack(rows: readonly string[], show: (index: number) => void) {
  const { store } = useListContext();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the cards appear
  useEffect(() => {
    const index = rows.indexOf(lookOf(store).patient ?? "");
    if (index === -1) return;
    const frame = requestAnimationFrame(() => show(index));
    return () => cancelAnimationFrame(frame);
  }, []);
}

function PlainCards({ rows, ...rest }: CardsInOrder) {
  const list = useRef<HTMLUListElement>(null);
  useComeBack(rows, (index) => list.current?.children[index]?.scrollIntoView());
  return (
    <ul ref={list} className={styles.cards}>
      {rows.map((patient) => (
        <li key={patient} className={styles.slot}>
          <Card patient={patient} {...rest} />
        </li>
      ))}
    </ul>
  );
}

/** Of a long list only the cards around the screen are in the page. */
function VirtualCards({ rows, ...rest }: CardsInOrder) {
  const list = useRef<HTMLUListElement>(null);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ESTIMATED_HEIGHT,
    getItemKey: (index) => rows[index] ?? index,
    overscan: 3,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  useComeBack(rows, (index) => virtualizer.scrollToIndex(index, { align: "start" }));
  return (
    <ul ref={list} className={styles.cards} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const patient = rows[index];
        return (
          patient !== undefined && (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={`${styles.slot} ${styles.placed}`}
              style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
            >
              <Card patient={patient} {...rest} />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** The list on a phone: a card a patient, each value a touch away from its editor. */
export default function Cards({ rows, onDecide, onEdit }: CardsProps) {
  const [editing, setEditing] = useState<Editing>();
  const cards = { rows, edit: setEditing, onDecide };
  return (
    <>
      {rows.length > MOST_PLAIN_CARDS ? <VirtualCards {...cards} /> : <PlainCards {...cards} />}
      {editing && (
        <Suspense>
          <EditSheet {...editing} onEdit={onEdit} close={() => setEditing(undefined)} />
        </Suspense>
      )}
    </>
  );
}
