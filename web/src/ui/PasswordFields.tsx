import { Field, Input } from "@fluentui/react-components";
import { useText } from "../i18n/useText";

/** What the server asks at least of a password; it says so itself where it asks for more. */
export interface PasswordDraft {
  readonly password: string;
  readonly again: string;
}

export const NO_PASSWORD: PasswordDraft = { password: "", again: "" };

/** Whether it was typed twice alike. */
export const isRepeated = ({ password, again }: PasswordDraft): boolean => password !== "" && password === again;

interface PasswordFieldsProps {
  readonly draft: PasswordDraft;
  readonly setDraft: (draft: PasswordDraft) => void;
  /** It was tried, so that what is wrong is said. */
  readonly isTried: boolean;
}

/** A new password, twice. */
export function PasswordFields({ draft, setDraft, isTried }: PasswordFieldsProps) {
  const text = useText();
  const isWrong = isTried && draft.password !== "" && !isRepeated(draft);
  return (
    <>
      <Field
        label={text("new-password")}
        hint={text("new-password-hint")}
        required
        {...(isTried && draft.password === "" ? { validationMessage: text("new-password-needed") } : {})}
      >
        <Input
          type="password"
          autoComplete="new-password"
          maxLength={1000}
          value={draft.password}
          onChange={(_, { value }) => setDraft({ ...draft, password: value })}
        />
      </Field>
      <Field
        label={text("new-password-again")}
        required
        {...(isWrong ? { validationMessage: text("passwords-differ") } : {})}
      >
        <Input
          type="password"
          autoComplete="new-password"
          maxLength={1000}
          value={draft.again}
          onChange={(_, { value }) => setDraft({ ...draft, again: value })}
        />
      </Field>
    </>
  );
}
