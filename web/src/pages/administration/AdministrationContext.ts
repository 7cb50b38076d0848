import { createContext, use } from "react";
import { request } from "../../api/client";
import { type CommandRun, useCommand } from "../../api/useCommand";
import type { OrganizationAnswer, OrganizationCommand, OrganizationView } from "../../api/wire";

/** What all parts of the administrator's pages share. */
export interface AdministrationContext {
  readonly organization: OrganizationView;
  /** The user who is signed in. */
  readonly me: string;
  /** Reads the organization again. */
  readonly reload: () => Promise<void>;
}

export const AdministrationReact = createContext<AdministrationContext | null>(null);

export function useAdministration(): AdministrationContext {
  const context = use(AdministrationReact);
  if (!context) throw new Error("useAdministration outside of the administrator's pages");
  return context;
}

/** Sends a command to the organization. */
export function sendToOrganization(id: string, command: OrganizationCommand): Promise<OrganizationAnswer> {
  return request<OrganizationAnswer>("/api/organization/commands", { method: "POST", body: { id, command } });
}

/** Performs commands to the organization that somebody waits for. */
export function useOrganizationCommand(): CommandRun<OrganizationCommand, OrganizationAnswer> {
  return useCommand(sendToOrganization);
}
