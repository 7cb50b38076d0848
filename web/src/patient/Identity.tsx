import type { ReactNode } from "react";
import type { Identity } from "../api/types";
import type { TextId } from "../generated/textIds";
import { useTexts } from "../i18n/useText";
import { Icon } from "../ui/Icon";
import styles from "./Identity.module.css";
import { type IdentityPart, identityWords } from "./identity.model";
import type { NameWarning } from "./similarNames.model";

const WARNING_TEXTS: Record<NameWarning["kind"], TextId> = {
  same: "same-name",
  family: "same-family-name",
  similar: "similar-name",
};

/** Marks that somebody else of the list could be taken for this patient. */
function NameMark({ kind }: { readonly kind: NameWarning["kind"] }) {
  const { text } = useTexts();
  return (
    <span className={styles.warning}>
      <Icon name="warning" /> {text(WARNING_TEXTS[kind])}
    </span>
  );
}

interface PatientIdentityProps {
  readonly identity: Identity;
  /** The day in the team's time zone, for the age. */
  readonly today: string;
  readonly warning?: NameWarning | undefined;
}

/** A patient's identity, as it stands wherever a patient can be acted on. It is never cut. */
export function PatientIdentity({ identity, today, warning }: PatientIdentityProps) {
  const words = identityWords(identity, today, useTexts());
  const part = (name: IdentityPart, content: ReactNode) =>
    warning?.differs === name ? <u className={styles.differs}>{content}</u> : content;
  return (
    <span className={styles.identity}>
      <bdi className={styles.name}>
        {part("family", words.family)}
        {words.given !== undefined && <>, {part("given", words.given)}</>}
        {words.title !== undefined && ` (${words.title})`}
      </bdi>
      <span>{part("birth", words.born)}</span>
      <span className={styles.details}>
        {words.sex}
        <span className={styles.separator} aria-hidden="true">
          {" · "}
        </span>
        {words.numberLabel !== undefined && `${words.numberLabel} `}
        <bdi>{part("number", words.number)}</bdi>
      </span>
      {warning && <NameMark kind={warning.kind} />}
    </span>
  );
}
