import { Button, Field, Input, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import { request } from "../../api/client";
import { canUsePasskeys, createPasskey, type PasskeyChallenge } from "../../api/passkey";
import { Problem } from "../../api/problem";
import type { MyFactors, MyPasskey } from "../../api/types";
import { useCommand } from "../../api/useCommand";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { notify } from "../../ui/notices";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./Account.module.css";
import { ConfirmForm } from "./ConfirmForm";
import { useHere } from "./useHere";

interface PasskeysSectionProps {
  readonly factors: MyFactors;
  readonly reload: () => Promise<void>;
}

/** Makes a passkey and adds it; a question of the browser that somebody closed adds none. */
const add = (name: string) => async (_id: string, password: string) => {
  const { challenge, options } = await request<PasskeyChallenge>("/api/me/passkeys/challenge", {
    method: "POST",
    body: { password },
  });
  const credential = await createPasskey(options);
  if (credential === undefined) throw new Problem(0, "passkey_failed");
  await request<void>("/api/me/passkeys", { method: "POST", body: { challenge, name, credential } });
  return true;
};

/** Passkeys: a finger, a face or a key in the place of password and code. */
export function PasskeysSection({ factors, reload }: PasskeysSectionProps) {
  const text = useText();
  const [isAdding, setAdding] = useState(false);
  const [name, setName] = useState("");
  const { passkey_origin: origin, passkeys } = factors;
  const isHere = origin === location.origin && canUsePasskeys();
  const close = () => {
    setAdding(false);
    setName("");
  };
  const send = async (id: string, password: string) => {
    const did = await add(name.trim())(id, password);
    notify("success", text("passkey-added"));
    void reload();
    return did;
  };
  return (
    <section className={styles.section} aria-labelledby="passkeys-title">
      <Subtitle2 as="h2" id="passkeys-title">
        {text("passkeys")}
      </Subtitle2>
      <p className={styles.what}>{text("passkeys-what")}</p>
      {passkeys.length > 0 && (
        <ul className={styles.items}>
          {passkeys.map((passkey) => (
            <PasskeyItem key={passkey.id} passkey={passkey} reload={reload} />
          ))}
        </ul>
      )}
      {!isHere && (
        <p className={styles.what}>
          {origin == null ? text("passkeys-not-set-up") : text("passkeys-elsewhere", { origin })}
        </p>
      )}
      {isHere && !isAdding && (
        <Button className={styles.fit ?? ""} onClick={() => setAdding(true)}>
          {text("passkey-add")}
        </Button>
      )}
      {isAdding && (
        <ConfirmForm
          label={text("passkey-add")}
          action={text("passkey-make")}
          hasPassword={factors.password}
          isComplete={name.trim() !== ""}
          send={send}
          close={close}
        >
          <Field label={text("passkey-name")} hint={text("passkey-name-hint")} required>
            <Input autoFocus value={name} maxLength={60} onChange={(_, { value }) => setName(value)} />
          </Field>
        </ConfirmForm>
      )}
    </section>
  );
}

interface PasskeyItemProps {
  readonly passkey: MyPasskey;
  readonly reload: () => Promise<void>;
}

function PasskeyItem({ passkey: { id, name, added, used }, reload }: PasskeyItemProps) {
  const text = useText();
  const here = useHere();
  const send = async () => {
    await request<void>(`/api/me/passkeys/${id}`, { method: "DELETE" });
    await reload();
    return true;
  };
  const { perform, problem, isBusy } = useCommand(send);
  return (
    <li className={styles.item}>
      <span className={styles.name}>
        <bdi>{literal(name)}</bdi>
        <span className={styles.facts}>
          {text("passkey-since", { added: here(added) })}
          {used != null && ` · ${text("passkey-used", { used: here(used) })}`}
        </span>
      </span>
      <Button aria-label={`${text("remove")} ${name}`} disabledFocusable={isBusy} onClick={() => void perform(id)}>
        {text("remove")}
      </Button>
      <ProblemBar problem={problem} />
    </li>
  );
}
