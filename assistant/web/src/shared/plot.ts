import { svg } from "./dom";
import { moment, number } from "./format";
import type { Language, Point } from "./protocol";

export interface PlotOptions {
  language: Language;
  /** Reference range, drawn as a band. */
  low?: number | undefined;
  high?: number | undefined;
  /** What the plot shows, for those who cannot see it. */
  label: string;
}

const WIDTH = 900;
const HEIGHT = 400;
const MARGIN = { left: 84, right: 96, top: 24, bottom: 44 };

/** A trend over time: value axis, dates, reference band, the newest value marked. Two lines for blood pressure. */
export function plot(points: Point[], options: PlotOptions): SVGSVGElement {
  const scale = scales(points, options);
  const lines = [points.map(point => ({ time: point.time, value: point.value }))];
  if (points.some(point => point.secondValue !== undefined)) {
    lines.push(points.filter(point => point.secondValue !== undefined).map(point => ({ time: point.time, value: point.secondValue as number })));
  }
  return svg("svg", { class: "plot", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": options.label },
    band(scale, options), ...grid(scale, points, options.language), ...lines.flatMap((line, i) => trend(line, scale, options.language, i)));
}

interface Scales { x(time: string): number; y(value: number): number; ticks: number[] }

function scales(points: Point[], { low, high }: PlotOptions): Scales {
  const values = points.flatMap(point => point.secondValue === undefined ? [point.value] : [point.value, point.secondValue]);
  for (const bound of [low, high]) if (bound !== undefined) values.push(bound);
  const ticks = niceTicks(Math.min(...values), Math.max(...values));
  const [bottom = 0] = ticks;
  const top = ticks[ticks.length - 1] ?? 1;
  const times = points.map(point => Date.parse(point.time));
  const first = Math.min(...times);
  const span = Math.max(...times) - first;
  return {
    ticks,
    x: time => MARGIN.left + (span === 0 ? 0.5 : (Date.parse(time) - first) / span) * (WIDTH - MARGIN.left - MARGIN.right),
    y: value => HEIGHT - MARGIN.bottom - ((value - bottom) / (top - bottom)) * (HEIGHT - MARGIN.top - MARGIN.bottom),
  };
}

/** Three to six round numbers that enclose the range (steps of 1, 2 or 5 times a power of ten). */
export function niceTicks(low: number, high: number): number[] {
  const range = high - low || Math.abs(high) * 0.1 || 1;
  const rough = range / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find(multiple => multiple * power >= rough) ?? 10) * power;
  const from = Math.floor((low - range * 0.05) / step);
  const to = Math.ceil((high + range * 0.05) / step);
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
}

function band(scale: Scales, { low, high }: PlotOptions): SVGElement | null {
  if (low === undefined && high === undefined) return null;
  const top = high === undefined ? MARGIN.top : scale.y(high);
  const bottom = low === undefined ? HEIGHT - MARGIN.bottom : scale.y(low);
  return svg("rect", { class: "plot-band", x: MARGIN.left, y: top, width: WIDTH - MARGIN.left - MARGIN.right, height: bottom - top });
}

function grid(scale: Scales, points: Point[], language: Language): SVGElement[] {
  const rows = scale.ticks.map(tick => svg("g", {},
    svg("line", { class: "plot-grid", x1: MARGIN.left, x2: WIDTH - MARGIN.right, y1: scale.y(tick), y2: scale.y(tick) }),
    svg("text", { class: "plot-tick", x: MARGIN.left - 12, y: scale.y(tick) + 8, "text-anchor": "end" }, number(tick, language))));
  const ends = points.length > 1 ? [points[0], points[points.length - 1]] : points;
  const dates = ends.map((point, i) => svg("text", {
    class: "plot-tick", x: scale.x(point!.time), y: HEIGHT - 10, "text-anchor": ends.length === 1 ? "middle" : i === 0 ? "start" : "end",
  }, moment(point!.time, language)));
  return [...rows, ...dates];
}

function trend(line: { time: string; value: number }[], scale: Scales, language: Language, index: number): SVGElement[] {
  const at = line.map(point => ({ x: scale.x(point.time), y: scale.y(point.value) }));
  const last = line[line.length - 1];
  const end = at[at.length - 1];
  if (!last || !end) return [];
  return [
    svg("polyline", { class: `plot-line plot-line-${index}`, points: at.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ") }),
    ...at.map(({ x, y }, i) => svg("circle", { class: `plot-point plot-point-${index}`, cx: x, cy: y, r: i === at.length - 1 ? 8 : 4.5 })),
    svg("text", { class: "plot-value", x: end.x + 16, y: end.y + 10 }, number(last.value, language)),
  ];
}
