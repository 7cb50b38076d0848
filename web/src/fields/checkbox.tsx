import { Icon } from "../ui/Icon";
import styles from "./fields.module.css";
import { type EditProps, type FieldUi, read, type ShowProps, unreadable, useFieldContext } from "./fieldUi";

function ShowCheckbox({ value }: ShowProps) {
  const { texts } = useFieldContext();
  return (
    <>
      <Icon name={value === true ? "ticked" : "unticked"} /> {texts.text(value === true ? "yes" : "no")}
    </>
  );
}

function EditCheckbox({ draft, onDraft, label, describedBy }: EditProps) {
  const { texts } = useFieldContext();
  return (
    <label className={styles.option}>
      <input
        type="checkbox"
        data-autofocus
        checked={draft === true}
        onChange={(event) => onDraft(event.currentTarget.checked)}
        aria-label={label}
        aria-describedby={describedBy}
      />
      {texts.text(draft === true ? "yes" : draft === false ? "no" : "not-recorded")}
    </label>
  );
}

const WORDS: Record<string, boolean> = {
  yes: true,
  y: true,
  x: true,
  true: true,
  "1": true,
  oui: true,
  o: true,
  vrai: true,
  no: false,
  n: false,
  false: false,
  "0": false,
  non: false,
  faux: false,
};

/** Yes, no, or never touched: the three look different. */
export const checkbox: FieldUi = {
  Show: ShowCheckbox,
  Edit: EditCheckbox,
  draftOf: (value) => value,
  valueOf: (draft) => read(draft),
  textOf: (value, _, { texts }) => texts.text(value === true ? "yes" : "no"),
  fromText(text) {
    const word = text.trim().toLowerCase();
    if (word === "") return read(null);
    const value = WORDS[word];
    return value === undefined ? unreadable("not-yes-or-no") : read(value);
  },
  compare: (a, b) => Number(a) - Number(b),
  toggled: (value) => value !== true,
};
