import { Button } from "@fluentui/react-components";
import { Suspense, useRef, useState } from "react";
import { useText } from "../i18n/useText";
import { later } from "./later";
import { session } from "./session";
import { useStore } from "./store";

const SettingsMenuList = later(() => import("./SettingsMenuList"));

/** Language, colours and signing out: everywhere, before signing in too. The menu itself is loaded when it is first opened. */
export function SettingsMenu() {
  const text = useText();
  const current = useStore(session);
  const button = useRef<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <Button
        appearance="subtle"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={(event) => {
          button.current = event.currentTarget as HTMLButtonElement;
          setOpen(true);
        }}
      >
        {current.state === "signed-in" ? current.me.name : text("settings")}
      </Button>
      {isOpen && (
        <Suspense>
          <SettingsMenuList target={button.current} close={close} />
        </Suspense>
      )}
    </>
  );
}
