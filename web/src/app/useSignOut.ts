import { asProblem, problemText } from "../api/problem";
import { useTexts } from "../i18n/useText";
import { forgetKept, unsentCount } from "../live/registry";
import { notify } from "../ui/notices";
import { session, signOut } from "./session";

/** Signs out; while changes wait to be sent, only after saying that they would be lost, since nobody could send them any more. */
export function useSignOut(): () => void {
  const texts = useTexts();
  const leave = () => {
    const current = session.get();
    // What waits was said to be lost; nothing of it stays behind on a shared device.
    const forgotten = current.state === "signed-in" ? forgetKept(current.me.id) : Promise.resolve();
    forgotten.then(signOut).catch((thrown: unknown) => notify("error", problemText(asProblem(thrown), texts)));
  };
  return () => {
    const count = unsentCount.get();
    if (count === 0) leave();
    else
      notify("error", texts.text("leaving-loses", { count }), {
        label: texts.text("sign-out-anyway"),
        perform: leave,
      });
  };
}
