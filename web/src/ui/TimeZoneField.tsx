import { Field, Input } from "@fluentui/react-components";
import { useId } from "react";
import { useText } from "../i18n/useText";

/** The zones that the browser knows; where one is missing it can be typed. */
const TIME_ZONES: readonly string[] = Intl.supportedValuesOf("timeZone");

/** The time zone of this browser. */
export const ZONE_HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

interface TimeZoneFieldProps {
  readonly zone: string;
  readonly setZone: (zone: string) => void;
}

/** Asks in which time zone a team's days and shifts are. */
export function TimeZoneField({ zone, setZone }: TimeZoneFieldProps) {
  const text = useText();
  const zonesId = useId();
  return (
    <>
      <Field label={text("time-zone")} hint={text("time-zone-hint")} required>
        <Input value={zone} list={zonesId} autoComplete="off" onChange={(_, { value }) => setZone(value)} />
      </Field>
      <datalist id={zonesId}>
        {TIME_ZONES.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
