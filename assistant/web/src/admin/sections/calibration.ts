import { h, svg } from "../../shared/dom";
import { fetched, type SectionContext } from "../section";

interface Picture { source: string; edges: number[]; targets: number[]; impostors: number[]; tradeoff: { falseAcceptance: number; falseRejection: number }[] }

const [WIDTH, HEIGHT, MARGIN] = [560, 300, 50];

/** Score histograms and the detection error trade-off. */
export const calibration = fetched<Picture>("calibration", (data, context) => [
  h("p", { class: "hint" }, data.source),
  data.targets.length === 0 ? h("p", { class: "empty" }, context.w("none")) : h("div", { class: "pictures" }, histogram(data, context), tradeoff(data, context)),
]);

function histogram(data: Picture, { w }: SectionContext): HTMLElement {
  const share = (counts: number[]) => counts.map(count => count / Math.max(1, counts.reduce((sum, each) => sum + each, 0)));
  const [same, others] = [share(data.targets), share(data.impostors)];
  const top = Math.max(...same, ...others);
  const [low = 0] = data.edges;
  const high = data.edges[data.edges.length - 1] ?? 1;
  const x = (value: number) => MARGIN + ((value - low) / (high - low)) * (WIDTH - 2 * MARGIN);
  const bars = (shares: number[], kind: string) => shares.map((value, i) => svg("rect", {
    class: `bar bar-${kind}`, x: x(data.edges[i]!), width: Math.max(1, x(data.edges[i + 1]!) - x(data.edges[i]!) - 1),
    y: HEIGHT - MARGIN - (value / top) * (HEIGHT - 2 * MARGIN), height: (value / top) * (HEIGHT - 2 * MARGIN),
  }));
  return figure(w("calibration.histogram"), w("calibration.llr"), [
    ...bars(others, "other"), ...bars(same, "same"),
    ...[low, 0, high].filter(value => value >= low && value <= high).map(value => tick(x(value), HEIGHT - MARGIN + 20, value.toFixed(0))),
  ], h("p", { class: "legend" }, h("span", { class: "swatch swatch-same" }), w("calibration.same"), h("span", { class: "swatch swatch-other" }), w("calibration.other")));
}

function tradeoff(data: Picture, { w }: SectionContext): HTMLElement {
  const place = (rate: number) => Math.log10(Math.max(rate, 0.001)) / 3 + 1; // 0.1 % to 100 %, logarithmic
  const x = (rate: number) => MARGIN + place(rate) * (WIDTH - 2 * MARGIN);
  const y = (rate: number) => HEIGHT - MARGIN - place(rate) * (HEIGHT - 2 * MARGIN);
  return figure(w("calibration.det"), `${w("calibration.fa")} → · ${w("calibration.fr")} ↑`, [
    ...[0.001, 0.01, 0.1, 1].flatMap(rate => [tick(x(rate), HEIGHT - MARGIN + 20, String(rate * 100)), tick(MARGIN - 24, y(rate) + 5, String(rate * 100))]),
    svg("polyline", { class: "plot-line", points: data.tradeoff.map(pair => `${x(pair.falseAcceptance).toFixed(1)},${y(pair.falseRejection).toFixed(1)}`).join(" ") }),
  ]);
}

function figure(label: string, axis: string, parts: SVGElement[], legend: HTMLElement | null = null): HTMLElement {
  return h("figure", {}, h("figcaption", {}, label), svg("svg", { class: "picture", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label }, ...parts,
    tick(WIDTH / 2, HEIGHT - 6, axis)), legend);
}

function tick(x: number, y: number, label: string): SVGElement {
  return svg("text", { class: "picture-tick", x, y, "text-anchor": "middle" }, label);
}
