import { Link } from "../app/router";
import type { RouteName, RouteParameters } from "../app/routes";
import styles from "./SectionLinks.module.css";

interface SectionLink<Name extends RouteName> {
  readonly to: Name;
  readonly parameters: RouteParameters<Name>;
  readonly words: string;
  readonly isHere: boolean;
}

interface SectionLinksProps<Name extends RouteName> {
  readonly label: string;
  readonly links: readonly SectionLink<Name>[];
}

/** The parts of a page that stand at addresses of their own. */
export function SectionLinks<Name extends RouteName>({ label, links }: SectionLinksProps<Name>) {
  return (
    <nav aria-label={label} className={styles.nav}>
      {links.map(({ to, parameters, words, isHere }) => (
        <Link
          key={words}
          to={to}
          parameters={parameters}
          className={styles.link}
          {...(isHere ? { "aria-current": "page" as const } : {})}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
