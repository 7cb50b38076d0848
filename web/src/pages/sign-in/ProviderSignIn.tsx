import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { literal } from "../../i18n/literal";
import { useTexts } from "../../i18n/useText";
import styles from "./SignIn.module.css";

/** The fragment that the server adds where somebody came back from the provider and not in. */
const FAILURE = /^#sign-in=([a-z_]+)$/;

/** Why the last sign-in with the provider failed. It is taken out of the address: a reloaded page has not failed again. */
function useFailure(): string | undefined {
  const [code] = useState(() => FAILURE.exec(location.hash)?.[1]);
  useEffect(() => {
    if (code) history.replaceState(null, "", location.pathname);
  }, [code]);
  return code;
}

/** Signing in with the organization's own provider, where the server has one of that name; and why that failed. */
export function ProviderSignIn({ provider }: { readonly provider: string | undefined }) {
  const { text, findText } = useTexts();
  const failure = useFailure();
  return (
    <>
      {failure && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {findText(`sign-in-failure-${failure.replaceAll("_", "-")}`) ?? text("sign-in-failure-provider")}
          </MessageBarBody>
        </MessageBar>
      )}
      {provider && (
        <>
          <Button
            as="a"
            appearance="primary"
            href={`/api/session/oidc?return=${encodeURIComponent(location.pathname)}`}
          >
            {text("sign-in-with", { provider: literal(provider) })}
          </Button>
          <p className={styles.or}>{text("sign-in-or-password")}</p>
        </>
      )}
    </>
  );
}
