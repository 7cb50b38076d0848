import { Button, Subtitle1 } from "@fluentui/react-components";
import type { MyFactors } from "../../api/types";
import { useReloadable } from "../../api/useReloadable";
import { session } from "../../app/session";
import { useStore } from "../../app/store";
import { useSignOut } from "../../app/useSignOut";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import { LoadedView } from "../../ui/LoadedView";
import { usePageTitle } from "../../ui/usePageTitle";
import styles from "./Account.module.css";
import { PasskeysSection } from "./PasskeysSection";
import { PasswordSection } from "./PasswordSection";
import { PinSection } from "./PinSection";
import { SessionsSection } from "./SessionsSection";
import { TwoStepSection } from "./TwoStepSection";

/** One's own account: how one proves who one is, and where one is signed in. */
export default function AccountPage() {
  const text = useText();
  const current = useStore(session);
  const { loaded, reload } = useReloadable<MyFactors>("/api/me/factors");
  usePageTitle("my-account");
  const me = current.state === "signed-in" ? current.me : undefined;
  const leave = useSignOut();
  return (
    <div className={styles.page}>
      <Subtitle1 as="h1">{text("my-account")}</Subtitle1>
      {me && (
        <p className={styles.what}>
          <bdi>{literal(me.name)}</bdi> · {text("signed-in-as", { user: me.user })}
        </p>
      )}
      <PasswordSection user={me?.user} />
      <LoadedView loaded={loaded}>
        {(factors) => (
          <>
            <TwoStepSection factors={factors} reload={reload} />
            <PasskeysSection factors={factors} reload={reload} />
            <PinSection factors={factors} reload={reload} />
          </>
        )}
      </LoadedView>
      <SessionsSection />
      <Button className={styles.fit ?? ""} onClick={leave}>
        {text("sign-out")}
      </Button>
    </div>
  );
}
