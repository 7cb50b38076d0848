import { Button, Select, Subtitle2 } from "@fluentui/react-components";
import { useState } from "react";
import type { Role, Team } from "../../api/types";
import { navigate } from "../../app/router";
import { literal } from "../../i18n/literal";
import { ROLES } from "../../i18n/roles";
import { useText } from "../../i18n/useText";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Hidden } from "../../ui/Hidden";
import { AddMember } from "./AddMember";
import styles from "./Settings.module.css";
import { useSettings } from "./SettingsContext";

type Member = Team["members"][number];

interface MemberLineProps {
  readonly member: Member;
  readonly remove: () => void;
}

function MemberLine({ member, remove }: MemberLineProps) {
  const text = useText();
  const { me, isOwner, act } = useSettings();
  const { user, name, role } = member;
  const setRole = (chosen: Role) => void act({ type: "set_member_role", user, role: chosen }, "role-changed");
  return (
    <li className={styles.line}>
      <bdi className={styles.name}>
        {literal(name)}
        {user === me && ` (${text("you")})`}
      </bdi>
      {isOwner ? (
        <Select
          value={role}
          aria-label={text("role-of", { who: name })}
          onChange={(_, { value }) => setRole(value as Role)}
        >
          {(Object.keys(ROLES) as Role[]).map((each) => (
            <option key={each} value={each}>
              {text(ROLES[each])}
            </option>
          ))}
        </Select>
      ) : (
        <span>{text(ROLES[role])}</span>
      )}
      {(isOwner || user === me) && (
        <Button onClick={remove}>
          {text(user === me ? "leave-team" : "remove")}
          <Hidden> {literal(name)}</Hidden>
        </Button>
      )}
    </li>
  );
}

/** Who belongs to the team, and as what. */
export default function MembersSection() {
  const text = useText();
  const { team, me, isOwner, live, reload } = useSettings();
  const [leaving, setLeaving] = useState<Member>();
  const isMe = leaving?.user === me;
  const remove = (id: string) => live.command<unknown>(id, { type: "remove_member", user: leaving?.user });
  const removed = () => {
    setLeaving(undefined);
    if (isMe) navigate("teams", {});
    else void reload();
  };
  return (
    <section className={styles.section} aria-labelledby="members-title">
      <Subtitle2 as="h2" id="members-title">
        {text("members")}
      </Subtitle2>
      <p className={styles.what}>{text("members-what")}</p>
      {isOwner && <AddMember />}
      <ul className={styles.items}>
        {team.members.map((member) => (
          <MemberLine key={member.user} member={member} remove={() => setLeaving(member)} />
        ))}
      </ul>
      {leaving && (
        <ConfirmDialog
          title={isMe ? text("leave-team-title") : text("remove-member-title", { who: leaving.name })}
          what={text(isMe ? "leave-team-what" : "remove-member-what")}
          action={text(isMe ? "leave-team" : "remove")}
          send={remove}
          done={removed}
          close={() => setLeaving(undefined)}
        />
      )}
    </section>
  );
}
