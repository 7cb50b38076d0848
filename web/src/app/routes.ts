/** The pages and their addresses. An address holds ids only: it ends up in histories, logs and bookmarks. */
export const ROUTES = {
  teams: "/",
  /** Opening a team: it leads to the default list, or to setting the team up. */
  team: "/teams/:team",
  lists: "/teams/:team/lists",
  list: "/teams/:team/lists/:list",
  patient: "/teams/:team/lists/:list/patients/:patient",
  /** A patient whose list is not known, or who is on none. */
  unlisted: "/teams/:team/patients/:patient",
  /** What the hospital's record says of the patient, on the same page. */
  chart: "/teams/:team/lists/:list/patients/:patient/chart",
  unlistedChart: "/teams/:team/patients/:patient/chart",
  import: "/teams/:team/lists/:list/import",
  settings: "/teams/:team/settings/:section",
  administration: "/administration/:section",
  /** For auditors: who opened protected patients. */
  emergencyAccess: "/emergency-access",
  account: "/account",
  /** The page of a one-time link, whose token stands behind a # and never reaches a log. */
  welcome: "/welcome",
} as const;

export type RouteName = keyof typeof ROUTES;

type ParameterNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The ids in the address of a page. */
export type RouteParameters<Name extends RouteName> = Record<ParameterNames<(typeof ROUTES)[Name]>, string>;

/** A page with its ids. */
export type Route = {
  [Name in RouteName]: { readonly name: Name; readonly parameters: RouteParameters<Name> };
}[RouteName];

/** The address of a page. */
export function pathOf<Name extends RouteName>(name: Name, parameters: RouteParameters<Name>): string {
  const values = parameters as Record<string, string>;
  return ROUTES[name].replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(values[key] ?? ""));
}

function matchPath(pattern: string, pathname: string): Record<string, string> | undefined {
  const names: string[] = [];
  const source = pattern.replace(/:(\w+)/g, (_, name: string) => {
    names.push(name);
    return "([\\w-]+)";
  });
  const match = new RegExp(`^${source}/?$`).exec(pathname);
  if (!match) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""]));
}

/** The page at an address; undefined where there is none. */
export function findRoute(pathname: string): Route | undefined {
  for (const [name, pattern] of Object.entries(ROUTES)) {
    const parameters = matchPath(pattern, pathname);
    if (parameters) return { name, parameters } as Route;
  }
  return undefined;
}
