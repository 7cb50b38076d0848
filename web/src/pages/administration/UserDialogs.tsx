import { useState } from "react";
import { request } from "../../api/client";
import type { OrganizationCommand } from "../../api/wire";
import type { TextId } from "../../generated/textIds";
import { useText } from "../../i18n/useText";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { sendToOrganization, useAdministration } from "./AdministrationContext";
import { LinkDialog } from "./LinkDialog";
import { UserFormDialog } from "./UserFormDialog";
import type { UserDialog } from "./UsersSection";

const WORDS: Record<
  "link" | "disable" | "enable" | "sessions" | "factors",
  Readonly<Record<"title" | "what" | "action", TextId>>
> = {
  link: { title: "new-link-title", what: "new-link-what", action: "new-link-do" },
  disable: { title: "close-account-title", what: "close-account-what", action: "close-account-do" },
  enable: { title: "open-account-title", what: "open-account-what", action: "open-account-do" },
  sessions: { title: "end-sessions-title", what: "end-sessions-what", action: "end-sessions-do" },
  factors: { title: "remove-factors-title", what: "remove-factors-what", action: "remove-factors-do" },
};

interface UserDialogsProps {
  readonly dialog: UserDialog;
  readonly close: () => void;
}

/** The dialog that is open about an account; a one-time link, where it made one, is shown after it. */
export default function UserDialogs({ dialog, close }: UserDialogsProps) {
  const text = useText();
  const { reload } = useAdministration();
  const [link, setLink] = useState<{ readonly path: string; readonly name: string }>();
  const done = () => {
    close();
    void reload();
  };
  const made = (path: string | null | undefined, name: string) => {
    void reload();
    if (typeof path === "string") setLink({ path, name });
    else close();
  };
  if (link) return <LinkDialog path={link.path} name={link.name} close={close} />;
  if (dialog.kind === "new") return <UserFormDialog user={undefined} made={made} close={close} />;
  const { kind, user } = dialog;
  if (kind === "edit") return <UserFormDialog user={user} made={made} close={close} />;
  const words = WORDS[kind];
  if (kind === "sessions" || kind === "factors") {
    const end = () =>
      request<void>(`/api/organization/users/${user.id}/${kind}`, { method: "DELETE" }).then(() => true);
    return (
      <ConfirmDialog
        title={text(words.title, { name: user.name })}
        what={text(words.what)}
        action={text(words.action)}
        send={end}
        done={done}
        close={close}
      />
    );
  }
  const command: OrganizationCommand =
    kind === "link"
      ? { type: "issue_enrolment", user: user.id }
      : { type: kind === "disable" ? "disable_user" : "enable_user", user: user.id };
  const send = async (id: string) => {
    const answer = await sendToOrganization(id, command);
    if (kind === "link") made(answer.link, user.name);
    return answer;
  };
  return (
    <ConfirmDialog
      title={text(words.title, { name: user.name })}
      what={text(words.what)}
      action={text(words.action)}
      send={send}
      done={kind === "link" ? () => {} : done}
      close={close}
    />
  );
}
