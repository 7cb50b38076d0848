import { session } from "./session";
import { useStore } from "./store";

/** The id of the user who is signed in; empty where nobody is. */
export function useMe(): string {
  const current = useStore(session);
  return current.state === "signed-in" ? current.me.id : "";
}
