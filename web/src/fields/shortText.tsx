import type { FieldUi } from "./fieldUi";
import { LINE } from "./text";

/** One line of text. */
export const shortText: FieldUi = LINE;
