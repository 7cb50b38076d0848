import { type PointerEvent, useId, useMemo, useState } from "react";
import { useTexts } from "../i18n/useText";
import { localDateTime } from "../patient/clinicalDate.model";
import { useChartContext } from "./ChartContext";
import { shortTimeWords } from "./chartTime.model";
import { numberWords } from "./measured.model";
import { BOX, nearestStop, type Plot, type PlottedLine, plotOf, type Spot } from "./plot.model";
import styles from "./Trend.module.css";
import { signWords, type Trend } from "./trend.model";

/** Half of a mark's size. */
const MARK = 2.8;

/** The mark of a value: a dot, and for blood pressure the hooks of a paper chart, which point at the value. */
function markPath({ x, y }: Spot, side: PlottedLine["side"]): string {
  if (side === "upper") return `M${x - MARK} ${y - 2 * MARK}L${x} ${y}L${x + MARK} ${y - 2 * MARK}`;
  if (side === "lower") return `M${x - MARK} ${y + 2 * MARK}L${x} ${y}L${x + MARK} ${y + 2 * MARK}`;
  return `M${x - MARK} ${y}A${MARK} ${MARK} 0 1 0 ${x + MARK} ${y}A${MARK} ${MARK} 0 1 0 ${x - MARK} ${y}Z`;
}

function PlotLine({ line: { side, spots, path } }: { readonly line: PlottedLine }) {
  return (
    <g data-side={side}>
      <path d={path} className={styles.line} />
      <path d={spots.map((spot) => markPath(spot, side)).join("")} className={styles.marks} />
    </g>
  );
}

/** Which line is which: by its mark and its strokes, and in words. */
function Legend({ lines }: { readonly lines: Plot["lines"] }) {
  const { text } = useTexts();
  const named = lines.filter(({ side }) => side !== undefined);
  if (named.length === 0) return null;
  return (
    <span className={styles.legend} aria-hidden="true">
      {named.map(({ side }) => (
        <span key={side}>
          <svg viewBox="0 0 32 16" className={styles.sample} aria-hidden="true">
            <PlotLine line={{ side, spots: [{ x: 16, y: 8 }], path: "M0 8L32 8" }} />
          </svg>{" "}
          {text(side === "upper" ? "vital-upper" : "vital-lower")}
        </span>
      ))}
    </span>
  );
}

interface AxesProps {
  readonly plot: Plot;
  readonly unit: string | undefined;
  readonly timeOf: (ms: number) => string;
}

function Axes({ plot, unit, timeOf }: AxesProps) {
  const { language } = useTexts();
  return (
    <g>
      {plot.ticks.map(({ y, value }) => (
        <g key={value}>
          <line x1={BOX.left} x2={BOX.right} y1={y} y2={y} className={styles.grid} />
          <text x={BOX.left - 5} y={y + 4} textAnchor="end" className={styles.label}>
            {numberWords(String(value), language)}
          </text>
        </g>
      ))}
      <text x={BOX.left} y={BOX.height - 8} className={styles.label}>
        {timeOf(plot.fromMs)}
      </text>
      <text x={BOX.right} y={BOX.height - 8} textAnchor="end" className={styles.label}>
        {timeOf(plot.toMs)}
      </text>
      {unit !== undefined && (
        <text x={0} y={10} className={styles.label}>
          {unit}
        </text>
      )}
    </g>
  );
}

/** How a time is said on an axis: without the date where it is today's. */
function useTimeOf(): (ms: number) => string {
  const { language } = useTexts();
  const { timeZone, today } = useChartContext();
  return (ms) => shortTimeWords(localDateTime(new Date(ms), timeZone), today, language);
}

/**
 * One sign over time. The slider below the drawing goes from value to value, by keyboard, touch and screen reader alike; what it stands on
 * is said in words. The drawing alone says nothing that is not to be had there.
 */
export function TrendPlot({ trend }: { readonly trend: Trend }) {
  const texts = useTexts();
  const { text } = texts;
  const titleId = useId();
  const timeOf = useTimeOf();
  const plot = useMemo(() => plotOf(trend), [trend]);
  // A time, so that a newer value, which moves the others, leaves the reader where they were; undefined follows the newest.
  const [chosenMs, setChosenMs] = useState<number>();
  const { stops, sign, unit, leftOut } = trend;
  const found = stops.findIndex(({ ms }) => ms === chosenMs);
  const chosen = found === -1 ? stops.length - 1 : found;
  const stop = stops[chosen];
  const name = signWords(sign, texts);
  const words = stop ? text("trend-value", { time: timeOf(stop.ms), value: stop.words, unit: unit ?? "" }).trim() : "";
  const choose = (index: number) => setChosenMs(index === stops.length - 1 ? undefined : stops[index]?.ms);
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    choose(nearestStop(plot.stops, ((event.clientX - left) / width) * BOX.width));
  };
  return (
    <figure className={styles.trend} aria-labelledby={titleId}>
      <figcaption className={styles.caption}>
        <span id={titleId} className={styles.name}>
          <bdi>{name}</bdi>
        </span>
        <span className={styles.value}>
          <bdi>{words}</bdi>
        </span>
      </figcaption>
      <Legend lines={plot.lines} />
      <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} className={styles.plot} aria-hidden="true" onPointerMove={point}>
        <Axes plot={plot} unit={unit} timeOf={timeOf} />
        <line x1={plot.stops[chosen]} x2={plot.stops[chosen]} y1={BOX.top} y2={BOX.bottom} className={styles.chosen} />
        {plot.lines.map((line) => (
          <PlotLine key={line.side ?? "one"} line={line} />
        ))}
      </svg>
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={stops.length - 1}
        value={chosen}
        aria-label={text("trend-slider", { sign: name, count: stops.length })}
        aria-valuetext={words}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      />
      {leftOut > 0 && <span className={styles.note}>{text("trend-left-out", { count: leftOut })}</span>}
    </figure>
  );
}
