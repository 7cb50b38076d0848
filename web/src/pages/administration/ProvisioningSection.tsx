import { Button, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import { request } from "../../api/client";
import { useReloadable } from "../../api/useReloadable";
import type { IssuedProvisioningToken, ProvisioningTokens, ProvisioningTokenView } from "../../api/wire";
import { literal } from "../../i18n/literal";
import { useTexts } from "../../i18n/useText";
import { clinicalInstant } from "../../patient/clinicalDate.model";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Hidden } from "../../ui/Hidden";
import { LoadedView } from "../../ui/LoadedView";
import { NameDialog } from "../../ui/NameDialog";
import styles from "../settings/Settings.module.css";
import { ProvisioningTokenDialog } from "./ProvisioningTokenDialog";

const PATH = "/api/provisioning/tokens";
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

type Opened =
  | { readonly kind: "add" }
  | { readonly kind: "made"; readonly token: IssuedProvisioningToken }
  | { readonly kind: "revoke"; readonly token: ProvisioningTokenView };

/** The tokens with which the hospital's directory makes accounts and fills groups. */
export default function ProvisioningSection() {
  const texts = useTexts();
  const { text } = texts;
  const { loaded, reload } = useReloadable<ProvisioningTokens>(PATH);
  const [opened, setOpened] = useState<Opened>();
  const when = (at: string) => clinicalInstant(at, HERE, texts.language);
  const close = () => setOpened(undefined);
  return (
    <section className={styles.section} aria-labelledby="provisioning-title">
      <div className={styles.head}>
        <Subtitle2 as="h2" id="provisioning-title">
          {text("provisioning")}
        </Subtitle2>
        <Button appearance="primary" onClick={() => setOpened({ kind: "add" })}>
          {text("provisioning-add")}
        </Button>
      </div>
      <p className={styles.what}>{text("provisioning-what")}</p>
      <p className={styles.what}>
        {text("provisioning-address")} <bdi>{location.origin}/scim/v2</bdi>
      </p>
      <LoadedView loaded={loaded}>
        {({ tokens }) =>
          tokens.length === 0 ? (
            <p className={styles.what}>{text("provisioning-none")}</p>
          ) : (
            <ul className={styles.items}>
              {tokens.map((token) => (
                <li key={token.id} className={styles.line}>
                  <span className={styles.name}>
                    <bdi>{literal(token.name)}</bdi>
                    <span className={styles.facts}>
                      {text("provisioning-since", { when: when(token.since) })} ·{" "}
                      {token.seen
                        ? text("provisioning-last-used", { when: when(token.seen) })
                        : text("provisioning-never-used")}
                    </span>
                  </span>
                  <Button onClick={() => setOpened({ kind: "revoke", token })}>
                    {text("provisioning-revoke")}
                    <Hidden> {literal(token.name)}</Hidden>
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </LoadedView>
      {opened?.kind === "add" && (
        <NameDialog
          title={text("provisioning-add")}
          name=""
          send={async (_, name) => {
            const token = await request<IssuedProvisioningToken>(PATH, { method: "POST", body: { name } });
            setOpened({ kind: "made", token });
            return token;
          }}
          done={() => void reload()}
          close={close}
        />
      )}
      {opened?.kind === "made" && <ProvisioningTokenDialog {...opened.token} close={close} />}
      {opened?.kind === "revoke" && (
        <ConfirmDialog
          title={text("provisioning-revoke-title", { name: opened.token.name })}
          what={text("provisioning-revoke-what")}
          action={text("provisioning-revoke")}
          send={async () => {
            await request<void>(`${PATH}/${opened.token.id}`, { method: "DELETE" });
            return true;
          }}
          done={() => {
            close();
            void reload();
          }}
          close={close}
        />
      )}
    </section>
  );
}
