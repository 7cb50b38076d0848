/** Where the focus goes when the element that had it is gone: the page's content, never the top of the document. */
function fallback(): HTMLElement | null {
  return document.getElementById(CONTENT_ID);
}

/** The id of the page's main element. */
export const CONTENT_ID = "content";

/** Remembers what has the focus, and returns a function that gives it back. */
export function rememberFocus(): () => void {
  const before = document.activeElement;
  return () => {
    const target =
      before instanceof HTMLElement && before.isConnected && before !== document.body ? before : fallback();
    target?.focus();
  };
}
