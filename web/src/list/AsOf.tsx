import { useTexts } from "../i18n/useText";
import { useLostSince } from "../live/useLostSince";
import { clinicalDateTime, localDateTime } from "../patient/clinicalDate.model";
import { useListContext } from "./ListContext";
import { People } from "./People";

/** Of when the list is (PAL-0040), and while it is live who else looks at it. */
export function AsOf() {
  const { text, language } = useTexts();
  const { live, timeZone } = useListContext();
  const lostSince = useLostSince(live.connection);
  if (lostSince === undefined) {
    return (
      <>
        {text("as-of-now")} <People />
      </>
    );
  }
  return (
    <strong>{text("as-of", { time: clinicalDateTime(localDateTime(new Date(lostSince), timeZone), language) })}</strong>
  );
}
