import { authorName } from "../i18n/people";
import styles from "./fields.module.css";
import {
  type EditProps,
  type FieldContext,
  type FieldUi,
  read,
  type ShowProps,
  unreadable,
  useFieldContext,
} from "./fieldUi";
import { typed } from "./text";

const nameOf = ({ names, texts }: FieldContext, user: string) => authorName(user, names, texts);

function ShowMember({ value }: ShowProps) {
  const context = useFieldContext();
  const user = typed(value);
  return (
    <>
      <bdi>{nameOf(context, user)}</bdi>
      {!context.members.includes(user) && <span className={styles.unit}> ({context.texts.text("left-the-team")})</span>}
    </>
  );
}

function EditMember({ draft, onDraft, label, describedBy }: EditProps) {
  const context = useFieldContext();
  const current = typed(draft);
  const offered = current === "" || context.members.includes(current) ? context.members : [current, ...context.members];
  return (
    <select
      data-autofocus
      className={styles.input}
      value={current}
      onChange={(event) => onDraft(event.currentTarget.value === "" ? null : event.currentTarget.value)}
      aria-label={label}
      aria-describedby={describedBy}
    >
      <option value="">{context.texts.text("not-recorded")}</option>
      {offered.map((user) => (
        <option key={user} value={user}>
          {nameOf(context, user)}
        </option>
      ))}
    </select>
  );
}

const folded = (text: string) => text.trim().toLocaleLowerCase();

/** A member of the team. */
export const member: FieldUi = {
  Show: ShowMember,
  Edit: EditMember,
  draftOf(value, _, seed, context) {
    if (seed === undefined) return value;
    return context.members.find((user) => folded(nameOf(context, user)).startsWith(folded(seed))) ?? value;
  },
  valueOf: (draft) => read(draft),
  textOf: (value, _, context) => nameOf(context, typed(value)),
  fromText(text, _, context) {
    if (text.trim() === "") return read(null);
    const named = context.members.filter((user) => folded(nameOf(context, user)) === folded(text));
    return named.length === 1 ? read(named[0] ?? null) : unreadable("no-such-member");
  },
};
