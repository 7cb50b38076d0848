import type { Role } from "../api/types";
import type { TextId } from "../generated/textIds";

/** What somebody is in a team, in words; the most powerful first. */
export const ROLES: Record<Role, TextId> = { owner: "role-owner", member: "role-member", guest: "role-guest" };
