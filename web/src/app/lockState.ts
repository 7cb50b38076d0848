import { makeStore } from "./store";

/** Whether the screen is covered: nothing of the page can be seen or read until somebody proves to be back. */
export const isLocked = makeStore(false);

/** The code of the answer to everything that is asked in a locked session. */
export const SESSION_LOCKED = "session_locked";
