import { useEffect } from "react";
import type { TextId } from "../generated/textIds";
import { useText } from "../i18n/useText";

/** Names the page in the browser's title: the kind of page only, since a title ends up in histories and on shared screens. */
export function usePageTitle(id: TextId): void {
  const text = useText();
  useEffect(() => {
    document.title = `${text(id)} – ${text("app-name")}`;
  }, [id, text]);
}
