import { Subtitle2 } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import type { TextId } from "../generated/textIds";
import { literal } from "../i18n/literal";
import { useText, useTexts } from "../i18n/useText";
import { Icon, type IconName } from "../ui/Icon";
import { asOfWords } from "./asOf.model";
import styles from "./Chart.module.css";
import { useChartContext, useClock } from "./ChartContext";
import type { Part, PartName, PartStatus } from "./chart.types";
import { PARTS, summaryOf } from "./issues.model";

/** Whose word it is, and how old. */
export function Source() {
  const texts = useTexts();
  const { view, recordName, timeZone } = useChartContext();
  const words = asOfWords(view.as_of, useClock(timeZone), texts);
  return (
    <p className={styles.source}>
      <bdi>{literal(recordName)}</bdi>, {words}
    </p>
  );
}

type Absence = Exclude<PartStatus, "ok">;

/** Four kinds of nothing: each in its own words, with its own look. */
const ABSENCES: Record<Absence, { readonly words: TextId; readonly icon: IconName | undefined }> = {
  none: { words: "absence-none", icon: undefined },
  not_supported: { words: "absence-not-supported", icon: "unticked" },
  not_permitted: { words: "absence-not-permitted", icon: "locked" },
  failed: { words: "absence-failed", icon: "warning" },
};

function Absent({ status, none }: { readonly status: Absence; readonly none: TextId }) {
  const text = useText();
  const { words, icon } = ABSENCES[status];
  return (
    <p className={styles.absent} data-absence={status}>
      {icon && <Icon name={icon} />} {text(status === "none" ? none : words)}
    </p>
  );
}

/** That the part is not all that the record has. */
function LeftOut({ name }: { readonly name: PartName }) {
  const text = useText();
  const { leftOut, isTruncated } = summaryOf(useChartContext().view.issues, name);
  return (
    <>
      {leftOut > 0 && (
        <p className={styles.leftOut}>
          <Icon name="warning" /> {text("issues-left-out", { count: leftOut })}
        </p>
      )}
      {isTruncated && <p className={styles.source}>{text("chart-truncated")}</p>}
    </>
  );
}

interface ChartSectionProps<Item> {
  readonly name: PartName;
  readonly part: Part<Item>;
  /** What it says where the record was read and has nothing. */
  readonly none?: TextId;
  /** Whether it takes the whole width. */
  readonly isWide?: boolean;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A part of the chart under its name, with its source and age; or which kind of nothing it is. */
export function ChartSection<Item>({ name, part, none = "absence-none", isWide, children }: ChartSectionProps<Item>) {
  const text = useText();
  const titleId = useId();
  const status = part.status === "ok" && part.items.length === 0 ? "none" : part.status;
  return (
    <section aria-labelledby={titleId} className={styles.section} data-wide={isWide ? "" : undefined}>
      <header className={styles.sectionHeader}>
        <Subtitle2 as="h2" id={titleId}>
          {text(PARTS[name])}
        </Subtitle2>
        <Source />
      </header>
      {status === "ok" ? children(part.items) : <Absent status={status} none={none} />}
      <LeftOut name={name} />
    </section>
  );
}
