import { placeComparer } from "../patient/placeOrder.model";
import type { FieldUi } from "./fieldUi";
import { LINE, typed } from "./text";

const compare = placeComparer("en");

/** Where the patient is, as the ward writes it; ordered as one walks. */
export const place: FieldUi = { ...LINE, compare: (a, b) => compare(typed(a), typed(b)) };
