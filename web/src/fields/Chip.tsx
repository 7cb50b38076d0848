import type { ChoiceOption } from "../api/types";
import { literal } from "../i18n/literal";
import styles from "./fields.module.css";

/** An option: its label, and a colour that is never alone. */
export function Chip({ option }: { readonly option: Pick<ChoiceOption, "label" | "color"> }) {
  return (
    <span className={styles.chip} data-color={option.color}>
      <bdi>{literal(option.label)}</bdi>
    </span>
  );
}
