import { asProblem, problemText } from "../api/problem";
import { useTexts } from "../i18n/useText";
import { unsentCount } from "../live/registry";
import { notify } from "../ui/notices";
import { signOut } from "./session";

/** Signs out; while changes wait to be sent, only after saying that they would be lost, since nobody could send them any more. */
export function useSignOut(): () => void {
  const texts = useTexts();
  const leave = () => {
    signOut().catch((thrown: unknown) => notify("error", problemText(asProblem(thrown), texts)));
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
