import { useStore } from "../app/store";
import { useText } from "../i18n/useText";
import { useListContext } from "./ListContext";

/** Who else has the list open. */
export function People() {
  const text = useText();
  const { store, me, fieldContext } = useListContext();
  const { users, more } = useStore(store.people);
  const others = users.filter((user) => user !== me);
  if (others.length === 0) return null;
  const who = others.map((user) => fieldContext.names.get(user) ?? text("unknown-person")).join(", ");
  return <span> · {text("also-here", { who, more })}</span>;
}
