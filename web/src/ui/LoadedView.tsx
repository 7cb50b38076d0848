import type { ReactNode } from "react";
import { problemText } from "../api/problem";
import type { Loaded } from "../api/useRequest";
import { useTexts } from "../i18n/useText";
import { Message } from "./Message";

interface LoadedViewProps<T> {
  readonly loaded: Loaded<T>;
  readonly children: (value: T) => ReactNode;
}

/** Shows what was asked for, or that it is on its way, or why it did not come and how to go on. */
export function LoadedView<T>({ loaded, children }: LoadedViewProps<T>) {
  const texts = useTexts();
  if (loaded.state === "loading") return <Message title={texts.text("loading")} />;
  if (loaded.state === "loaded") return children(loaded.value);
  return (
    <Message
      title={texts.text("could-not-load")}
      detail={problemText(loaded.problem, texts)}
      action={{ label: texts.text("retry"), perform: loaded.retry }}
    />
  );
}
