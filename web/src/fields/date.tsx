import { clinicalDate } from "../patient/clinicalDate.model";
import { parseDateInput } from "./dateInput.model";
import type { EditProps, FieldUi, ShowProps } from "./fieldUi";
import { EditMoment, type Moment, momentRules, ShowMoment } from "./moment";

const DAY: Moment = {
  words: clinicalDate,
  parse: (text, { today }) => parseDateInput(text, { today }),
  example: "date-example",
  problem: "not-a-date",
};

const ShowDate = (props: ShowProps) => <ShowMoment {...props} moment={DAY} />;
const EditDate = (props: EditProps) => <EditMoment {...props} moment={DAY} />;

/** A day. */
export const date: FieldUi = { Show: ShowDate, Edit: EditDate, ...momentRules(DAY) };
