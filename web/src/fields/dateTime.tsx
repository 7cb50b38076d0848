import { clinicalDateTime } from "../patient/clinicalDate.model";
import { parseDateTimeInput } from "./dateInput.model";
import type { EditProps, FieldUi, ShowProps } from "./fieldUi";
import { EditMoment, type Moment, momentRules, ShowMoment } from "./moment";

const DAY_AND_TIME: Moment = {
  words: clinicalDateTime,
  parse: (text, { now }) => parseDateTimeInput(text, now()),
  example: "date-time-example",
  problem: "not-a-date-time",
};

const ShowDateTime = (props: ShowProps) => <ShowMoment {...props} moment={DAY_AND_TIME} />;
const EditDateTime = (props: EditProps) => <EditMoment {...props} moment={DAY_AND_TIME} />;

/** A day and a time of day, in the team's time zone. */
export const dateTime: FieldUi = { Show: ShowDateTime, Edit: EditDateTime, ...momentRules(DAY_AND_TIME) };
