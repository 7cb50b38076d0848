import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { EhrAuth } from "../../api/record";
import type { TextId } from "../../generated/textIds";
import { useText } from "../../i18n/useText";
import { announce } from "../../ui/announcer";
import { copyText } from "../../ui/copyText";
import { ALGORITHMS, type ConnectionDraft, type MissingPart } from "./connection.model";
import styles from "./Settings.module.css";

const AUTHS: Record<EhrAuth["type"], TextId> = {
  none: "record-auth-none",
  client_credentials: "record-auth-client-credentials",
  private_key_jwt: "record-auth-private-key-jwt",
};

/** The address of our public keys, to be registered with the record. */
function KeysAddress() {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState<boolean>();
  const address = `${location.origin}/api/ehr/jwks`;
  const copy = async () => {
    const didCopy = await copyText(address, field.current);
    setCopied(didCopy);
    announce(text(didCopy ? "record-jwks-copied" : "record-jwks-not-copied"));
  };
  return (
    <>
      <Field
        label={text("record-jwks")}
        hint={text("record-jwks-what")}
        {...(isCopied === false ? { validationMessage: text("record-jwks-not-copied") } : {})}
      >
        <Input input={{ ref: field }} value={address} readOnly onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <Button className={styles.fit ?? ""} onClick={() => void copy()}>
        {text(isCopied ? "record-jwks-copied" : "record-jwks-copy")}
      </Button>
    </>
  );
}

interface ConnectionFieldsProps {
  readonly draft: ConnectionDraft;
  readonly setDraft: (draft: ConnectionDraft) => void;
  readonly missing: ReadonlySet<MissingPart>;
  /** An empty secret keeps the one that is set. */
  readonly isSecretKept: boolean;
}

/** Where the record is, and how we say to it who we are. */
export function ConnectionFields({ draft, setDraft, missing, isSecretKept }: ConnectionFieldsProps) {
  const text = useText();
  const line = (
    part: MissingPart | "scope",
    label: TextId,
    hint: TextId | undefined,
    type: "text" | "url" | "password",
  ) => (
    <Field
      label={text(label)}
      required={part !== "scope" && !(part === "secret" && isSecretKept)}
      {...(hint === undefined ? {} : { hint: text(hint) })}
      {...(part !== "scope" && missing.has(part) ? { validationMessage: text("fill-this-in") } : {})}
    >
      <Input
        type={type}
        value={draft[part]}
        maxLength={2000}
        autoComplete={type === "password" ? "new-password" : "off"}
        spellCheck={false}
        onChange={(_, { value }) => setDraft({ ...draft, [part]: value })}
      />
    </Field>
  );
  return (
    <>
      {line("name", "record-name", "record-name-hint", "text")}
      {line("url", "record-url", "record-url-hint", "url")}
      <Field label={text("record-auth")}>
        <Select value={draft.auth} onChange={(_, { value }) => setDraft({ ...draft, auth: value as EhrAuth["type"] })}>
          {Object.entries(AUTHS).map(([auth, name]) => (
            <option key={auth} value={auth}>
              {text(name)}
            </option>
          ))}
        </Select>
      </Field>
      {draft.auth !== "none" && line("clientId", "record-client-id", undefined, "text")}
      {draft.auth === "client_credentials" && (
        <>
          {line(
            "secret",
            "record-client-secret",
            isSecretKept ? "record-secret-keep" : "record-secret-once",
            "password",
          )}
          {line("scope", "record-scope", "record-scope-tenant", "text")}
        </>
      )}
      {draft.auth === "private_key_jwt" && (
        <>
          {line("scope", "record-scope", "record-scope-all", "text")}
          <Field label={text("record-algorithm")}>
            <Select
              value={draft.algorithm}
              onChange={(_, { value }) =>
                setDraft({ ...draft, algorithm: ALGORITHMS.find((each) => each === value) ?? "ES384" })
              }
            >
              {ALGORITHMS.map((algorithm) => (
                <option key={algorithm}>{algorithm}</option>
              ))}
            </Select>
          </Field>
          <KeysAddress />
        </>
      )}
    </>
  );
}
