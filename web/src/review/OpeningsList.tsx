import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { BreakGlassView, BrokenGlass, ReviewOutcome } from "../api/wire";
import { literal } from "../i18n/literal";
import { useTexts } from "../i18n/useText";
import { CODES } from "../patient/breakGlass";
import { clinicalInstant, localDateTime } from "../patient/clinicalDate.model";
import { identityLine, identityWords } from "../patient/identity.model";
import { Hidden } from "../ui/Hidden";
import { Icon } from "../ui/Icon";
import styles from "./Openings.module.css";
import { ReviewDialog } from "./ReviewDialog";

/** Sends a review under a command's id. */
export type SendReview = (
  id: string,
  access: BrokenGlass,
  review: { readonly outcome: ReviewOutcome; readonly comment: string },
) => Promise<void>;

interface OpeningsProps {
  readonly view: BreakGlassView;
  /** In which times are said. */
  readonly timeZone: string;
  readonly send: SendReview;
}

/** Openings of protected patients, those that wait for a review first. */
export function OpeningsList({ view, timeZone, send }: OpeningsProps) {
  const texts = useTexts();
  const { text, language } = texts;
  const [reviewing, setReviewing] = useState<BrokenGlass>();
  const when = (at: string) => clinicalInstant(at, timeZone, language);
  const today = localDateTime(new Date(), timeZone).slice(0, 10);
  const patientWords = ({ patient }: BrokenGlass) => {
    if (patient == null) return text("hidden-patient");
    if (patient.identity != null) return identityLine(identityWords(patient.identity, today, texts));
    return patient.initials === "" ? text("no-name") : patient.initials;
  };
  const title = (opening: BrokenGlass) => text("opened-by", { who: opening.by.name, patient: patientWords(opening) });
  if (view.items.length === 0) return <p>{text("emergency-access-none")}</p>;
  const { oldest_unreviewed: oldest } = view;
  return (
    <>
      <p className={styles.waiting}>
        {oldest == null
          ? text("all-reviewed")
          : text("unreviewed-since", { count: view.unreviewed, when: when(oldest) })}
      </p>
      <ul className={styles.openings}>
        {view.items.map((opening) => (
          <li key={opening.id} className={styles.opening}>
            <strong>{title(opening)}</strong>
            <span className={styles.facts}>
              {text("opened-at", { when: when(opening.at), until: when(opening.until) })}
            </span>
            <span>
              {text(CODES[opening.code])}: <bdi>{literal(opening.text)}</bdi>
            </span>
            {opening.review ? (
              <span>
                <Icon name={opening.review.outcome === "appropriate" ? "ticked" : "warning"} />{" "}
                {text(`reviewed-${opening.review.outcome}`, {
                  who: opening.review.by.name,
                  when: when(opening.review.at),
                })}
                {opening.review.comment !== "" && (
                  <>
                    {" "}
                    <bdi>{literal(opening.review.comment)}</bdi>
                  </>
                )}
              </span>
            ) : opening.own ? (
              <span className={styles.facts}>{text("review-own")}</span>
            ) : (
              <Button className={styles.fit ?? ""} onClick={() => setReviewing(opening)}>
                {text("review")}
                <Hidden> {title(opening)}</Hidden>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {reviewing && (
        <ReviewDialog
          what={title(reviewing)}
          send={(id, review) => send(id, reviewing, review)}
          close={() => setReviewing(undefined)}
        />
      )}
    </>
  );
}
