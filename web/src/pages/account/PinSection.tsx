import { Button, Field, Input, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import { request } from "../../api/client";
import type { MyFactors } from "../../api/types";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { notify } from "../../ui/notices";
import { ProblemBar } from "../../ui/ProblemBar";
import styles from "./Account.module.css";
import { ConfirmForm } from "./ConfirmForm";

interface PinSectionProps {
  readonly factors: MyFactors;
  readonly reload: () => Promise<void>;
}

/** The PIN with which one comes back to a locked screen. */
export function PinSection({ factors, reload }: PinSectionProps) {
  const text = useText();
  const [isSetting, setSetting] = useState(false);
  const [pin, setPin] = useState("");
  const close = () => {
    setSetting(false);
    setPin("");
  };
  const send = async (_id: string, password: string) => {
    await request<void>("/api/me/pin", { method: "PUT", body: { pin, password } });
    notify("success", text("pin-was-set"));
    void reload();
    return true;
  };
  const removal = useCommand(async () => {
    await request<void>("/api/me/pin", { method: "DELETE" });
    await reload();
    return true;
  });
  return (
    <section className={styles.section} aria-labelledby="pin-title">
      <Subtitle2 as="h2" id="pin-title">
        {text("pin")}
      </Subtitle2>
      <p className={styles.what}>{text(factors.pin ? "pin-set" : "pin-what")}</p>
      <ProblemBar problem={removal.problem} />
      {isSetting ? (
        <ConfirmForm
          label={text(factors.pin ? "pin-change" : "pin-choose")}
          action={text("pin-save")}
          hasPassword={factors.password}
          isComplete={pin !== ""}
          send={send}
          close={close}
        >
          <Field label={text("new-pin")} hint={text("new-pin-hint")} required>
            <Input
              autoFocus
              type="password"
              inputMode="numeric"
              autoComplete="off"
              maxLength={32}
              value={pin}
              onChange={(_, { value }) => setPin(value)}
            />
          </Field>
        </ConfirmForm>
      ) : (
        <div className={styles.buttons}>
          <Button onClick={() => setSetting(true)}>{text(factors.pin ? "pin-change" : "pin-choose")}</Button>
          {factors.pin && (
            <Button disabledFocusable={removal.isBusy} onClick={() => void removal.perform("")}>
              {text("pin-remove")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
