import {
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Field, Value } from "../api/types";
import { FIELD_UIS } from "../fields";
import type { EditorControls, MoveAfterEdit } from "../grid/grid.types";
import type { ShownRow } from "../live/shown.model";
import { identityWords, nameWords } from "../patient/identity.model";
import { announce } from "../ui/announcer";
import { notify } from "../ui/notices";
import styles from "./CellEditor.module.css";
import { changeValue, useCellContext } from "./ListContext";
import { nextControl } from "./nextControl";
import { useDraft } from "./useDraft";
import { useTellEditing } from "./useTellEditing";

interface CellEditorProps {
  readonly row: ShownRow;
  readonly field: Field;
  readonly controls: EditorControls;
  readonly onBegin: () => () => void;
}

/** Follows what the server says of the value, to tell the person that somebody was faster before they keep theirs. */
function useServerValue(patient: string, field: Field): Value {
  const { store, fields } = useCellContext();
  return useSyncExternalStore(
    (listener) => store.subscribe(patient, listener),
    () => store.findBase(patient)?.values[fields.indexOf(field)] ?? null,
  );
}

/** Puts the focus into the editor and the editor into view. */
function useFocusInside() {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const control =
      element.current?.querySelector<HTMLElement>("[data-autofocus]") ?? element.current?.querySelector("input");
    control?.focus({ preventScroll: true });
    if (control instanceof HTMLInputElement && control.type === "text")
      control.setSelectionRange(control.value.length, control.value.length);
    if (control instanceof HTMLTextAreaElement) control.setSelectionRange(control.value.length, control.value.length);
    element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  return element;
}

/** Edits a value in its cell of the grid; the keys are those of grid/README.md. */
export function CellEditor({ row, field, controls, onBegin }: CellEditorProps) {
  const context = useCellContext();
  const { text } = context.fieldContext.texts;
  const { Edit, textOf } = FIELD_UIS[field.type];
  const edit = useDraft(field, row, controls.seed);
  const element = useFocusInside();
  const serverValue = useServerValue(row.patient.id, field);
  const [serverValueAtStart] = useState(serverValue);
  const isOvertaken = serverValue !== serverValueAtStart;
  const isOver = useRef(false);
  useTellEditing(row.patient.id, field, onBegin);

  const keep = (move: MoveAfterEdit): void => {
    if (isOver.current) return;
    const result = edit.read();
    if (!result.ok) {
      announce(text(result.problem), "urgent");
      element.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
      return;
    }
    isOver.current = true;
    changeValue(context, { patient: row.patient.id, field, from: edit.from, to: result.value, basedOn: edit.basedOn });
    controls.done(move);
  };
  const restore = () => {
    isOver.current = true;
    controls.cancel();
  };

  // The row may go while somebody types in it; what they typed is then told to them, not lost.
  const abandoned = useRef<() => void>(undefined);
  abandoned.current = () => {
    if (!isOver.current && edit.isTouched) notify("error", text("row-went-while-typing", { typed: edit.words() }));
  };
  useEffect(() => () => abandoned.current?.(), []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isNewLine = (event.shiftKey || event.altKey) && event.target instanceof HTMLTextAreaElement;
    if (event.key === "Enter" && !isNewLine) {
      event.preventDefault();
      keep("down");
    } else if (event.key === "Enter" && event.altKey) {
      event.preventDefault();
      document.execCommand("insertLineBreak");
    } else if (event.key === "Tab" && !nextControl(event.currentTarget, event.shiftKey)) {
      event.preventDefault();
      keep(event.shiftKey ? "left" : "right");
    } else if (event.key === "Escape") {
      event.preventDefault();
      restore();
    }
    event.stopPropagation();
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    // Going to another window is not leaving the cell.
    if (event.currentTarget.contains(event.relatedTarget) || !document.hasFocus()) return;
    keep("stay");
  };
  const name = nameWords(identityWords(row.patient.identity, context.fieldContext.today, context.fieldContext.texts));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for keys of the controls inside
    <div ref={element} className={styles.editor} onKeyDown={onKeyDown} onBlur={onBlur}>
      <Edit
        field={field}
        draft={edit.draft}
        onDraft={edit.setDraft}
        label={`${field.name}, ${name}`}
        describedBy={edit.problem && edit.problemId}
      />
      {edit.problem && (
        <p id={edit.problemId} className={styles.problem}>
          {text(edit.problem)}
        </p>
      )}
      {isOvertaken && (
        <p className={styles.overtaken} role="status">
          {text("changed-meanwhile", {
            value: serverValue === null ? text("not-recorded") : textOf(serverValue, field, context.fieldContext),
          })}
        </p>
      )}
    </div>
  );
}
