import { type ReactNode, useEffect, useRef } from "react";
import type { Found } from "../../api/record";
import type { TextId } from "../../generated/textIds";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { Icon } from "../../ui/Icon";
import styles from "./FoundRecord.module.css";

const PARTS: Record<Found["parts"][number]["part"], TextId> = {
  patient: "record-part-patient",
  place: "record-part-place",
  vital_signs: "record-part-vital-signs",
  conditions: "record-part-conditions",
  allergies: "record-part-allergies",
  medications: "record-part-medications",
  coverage: "record-part-coverage",
};

function Fact({ name, children }: { readonly name: TextId; readonly children: ReactNode }) {
  const text = useText();
  return (
    <>
      <dt>{text(name)}</dt>
      <dd>{children}</dd>
    </>
  );
}

function PartsTable({ parts }: Pick<Found, "parts">) {
  const text = useText();
  return (
    <table className={styles.parts}>
      <thead>
        <tr>
          <th scope="col">{text("record-part")}</th>
          <th scope="col">{text("record-offered")}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ part, offered, missing }) => (
          <tr key={part}>
            <th scope="row">{text(PARTS[part])}</th>
            <td>
              <Icon name={offered ? "ticked" : "warning"} /> {text(offered ? "yes" : "no")}
              {missing.length > 0 && `. ${text("record-missing", { what: missing.join(", ") })}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a record says that it is and offers, and what of the chart will be missing, before a team is connected to it. */
export function FoundRecord({ found }: { readonly found: Found }) {
  const text = useText();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const signedIn = found.signed_in;
  return (
    <section className={styles.found}>
      <h3 ref={title} tabIndex={-1} className={styles.title}>
        {text("record-found")}
      </h3>
      <dl className={styles.facts}>
        <Fact name="record-software">
          <bdi>{found.software == null ? text("record-software-unknown") : literal(found.software)}</bdi>
        </Fact>
        <Fact name="record-fhir-version">
          <bdi>{literal(found.fhir_version)}</bdi>
        </Fact>
        <Fact name="record-batch">{text(found.batch ? "yes" : "no")}</Fact>
        <Fact name="record-security">
          <bdi>
            {found.security.length === 0 ? text("record-security-none") : found.security.map(literal).join(", ")}
          </bdi>
        </Fact>
        {found.token_url != null && (
          <Fact name="record-token-url">
            <bdi>{literal(found.token_url)}</bdi>
          </Fact>
        )}
        <Fact name="record-signed-in">
          {text(
            signedIn == null ? "record-signed-in-untried" : signedIn ? "record-signed-in-yes" : "record-signed-in-no",
          )}
        </Fact>
        <Fact name="record-resources">
          <bdi>{found.resources.map(literal).join(", ")}</bdi>
        </Fact>
      </dl>
      <PartsTable parts={found.parts} />
    </section>
  );
}
