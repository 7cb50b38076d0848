import { useStore } from "../app/store";
import { authorName } from "../i18n/people";
import { useText } from "../i18n/useText";
import { useListContext } from "./ListContext";

/** Who else has the list open. */
export function People() {
  const text = useText();
  const { store, me, fieldContext } = useListContext();
  const { users, more } = useStore(store.people);
  const others = users.filter((user) => user !== me);
  if (others.length === 0) return null;
  const who = others.map((user) => authorName(user, fieldContext.names, { text })).join(", ");
  return <span> · {text("also-here", { who, more })}</span>;
}
