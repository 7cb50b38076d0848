import type { Line, Trend } from "./trend.model";

/** The field of a plot, in the units of its drawing. */
export const BOX = { width: 320, height: 160, left: 38, right: 312, top: 22, bottom: 134 } as const;

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface PlottedLine {
  readonly side: Line["side"];
  readonly spots: readonly Spot[];
  /** The `d` of the path through them. */
  readonly path: string;
}

export interface Plot {
  readonly lines: readonly PlottedLine[];
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly fromMs: number;
  readonly toMs: number;
  /** Where each of the trend's stops stands. */
  readonly stops: readonly number[];
}

const STEPS = [1, 2, 5];

/** What an axis spans at least, so that noise does not look like a change: about two bands of NEWS2; and what no value exceeds. */
const AXES: Readonly<Record<string, { readonly span: number; readonly most?: number }>> = {
  respiration: { span: 12 },
  spo2: { span: 10, most: 100 },
  oxygen: { span: 4 },
  "blood-pressure": { span: 60 },
  pulse: { span: 50 },
  temperature: { span: 3 },
};

/** The range made as wide as it must be, with what there is in its middle; what is never negative stays so. */
function widened(least: number, greatest: number, sign: string): readonly [number, number] {
  const { span = 0, most = Number.POSITIVE_INFINITY } = AXES[sign] ?? {};
  const more = Math.max(0, span - (greatest - least)) / 2;
  const from = least >= 0 ? Math.max(0, least - more) : least - more;
  const to = Math.max(greatest, Math.min(most, Math.max(greatest + more, from + span)));
  return [Math.min(from, least >= 0 ? Math.max(0, to - span) : to - span), to];
}

/** The smallest of 1, 2, 5, 10, 20, … (and a tenth of them) that makes at most `most` steps. */
function stepFor(span: number, most: number): number {
  for (let power = -1; ; power += 1) {
    for (const step of STEPS) {
      const size = step * 10 ** power;
      if (span / size <= most) return size;
    }
  }
}

/** Round values from below the least to above the greatest. */
export function valueTicks(least: number, greatest: number, most = 4): readonly number[] {
  const step = stepFor(Math.max(greatest - least, 1), most);
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(greatest / step), first + 1);
  const digits = step < 1 ? 1 : 0;
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toFixed(digits)));
}

/** The drawing of a trend: where each point, tick and stop stands. */
export function plotOf({ sign, lines, stops }: Trend): Plot {
  const points = lines.flatMap((line) => line.points);
  const values = points.map(({ value }) => value);
  const ticks = valueTicks(...widened(Math.min(...values), Math.max(...values), sign.id));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const [fromMs = 0, toMs = 1] = [stops[0]?.ms, stops.at(-1)?.ms];
  const x = (ms: number) =>
    toMs === fromMs ? BOX.right : BOX.left + ((ms - fromMs) / (toMs - fromMs)) * (BOX.right - BOX.left);
  const y = (value: number) => BOX.bottom - ((value - low) / (high - low)) * (BOX.bottom - BOX.top);
  const rounded = (at: number) => Math.round(at * 10) / 10;
  return {
    lines: lines.map(({ side, points: ofLine }) => {
      const spots = ofLine.map(({ ms, value }) => ({ x: rounded(x(ms)), y: rounded(y(value)) }));
      return {
        side,
        spots,
        path: spots.map((spot, index) => `${index === 0 ? "M" : "L"}${spot.x} ${spot.y}`).join(""),
      };
    }),
    ticks: ticks.map((value) => ({ value, y: rounded(y(value)) })),
    fromMs,
    toMs,
    stops: stops.map(({ ms }) => rounded(x(ms))),
  };
}

/** The stop that is nearest to a place across the drawing. */
export function nearestStop(stops: readonly number[], x: number): number {
  let nearest = 0;
  for (const [index, stop] of stops.entries())
    if (Math.abs(stop - x) < Math.abs((stops[nearest] ?? 0) - x)) nearest = index;
  return nearest;
}
