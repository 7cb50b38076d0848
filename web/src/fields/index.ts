import type { FieldType } from "../api/types";
import { chart } from "./chart";
import { checkbox } from "./checkbox";
import { checklist } from "./checklist";
import { choice } from "./choice";
import { choices } from "./choices";
import { date } from "./date";
import { dateTime } from "./dateTime";
import type { FieldUi } from "./fieldUi";
import { longText } from "./longText";
import { member } from "./member";
import { number } from "./number";
import { place } from "./place";
import { shortText } from "./shortText";

/** What the interface knows of each field type; a new type does not compile until it stands here. */
export const FIELD_UIS: Record<FieldType, FieldUi> = {
  short_text: shortText,
  long_text: longText,
  number,
  choice,
  choices,
  checkbox,
  date,
  date_time: dateTime,
  member,
  place,
  checklist,
  chart,
};
