import { Button, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../../i18n/useText";
import { TimeZoneField } from "../../ui/TimeZoneField";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";

/** In which time zone the team's days and shifts are. */
export default function TimeZoneSection() {
  const text = useText();
  const { team, isOwner, act } = useSettings();
  const [zone, setZone] = useState(team.time_zone);
  const isSame = zone.trim() === "" || zone.trim() === team.time_zone;
  const save = async () => {
    if (!isSame) await act({ type: "set_time_zone", time_zone: zone.trim() }, "time-zone-chosen");
  };
  return (
    <section className={styles.section} aria-labelledby="time-zone-title">
      <Subtitle2 as="h2" id="time-zone-title">
        {text("time-zone")}
      </Subtitle2>
      <p className={styles.what}>{text("time-zone-what", { zone: team.time_zone })}</p>
      {isOwner && (
        <form
          className={styles.section}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TimeZoneField zone={zone} setZone={setZone} />
          <Button type="submit" className={styles.fit ?? ""} disabledFocusable={isSame}>
            {text("save")}
          </Button>
        </form>
      )}
    </section>
  );
}
