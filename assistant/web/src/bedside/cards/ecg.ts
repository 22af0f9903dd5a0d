import { h, svg } from "../../shared/dom";
import type { Language } from "../../shared/protocol";
import { text } from "../../shared/text";

/** An ECG as documents carry it: millivolts per lead at a common rate. */
interface Ecg { samplesPerSecond: number; leads: { name: string; samples: number[] }[] }

const MM_PER_SECOND = 25;
const MM_PER_MILLIVOLT = 10;
const ROW = 30; // mm
const MAX_SECONDS = 10;

/** The leads on millimetre paper, one row each, at 25 mm/s and 10 mm/mV. */
export function ecg(json: string, language: Language): HTMLElement {
  const record = read(json);
  if (!record) return h("p", { class: "card-empty" }, text("document.failed", language));
  const seconds = Math.min(MAX_SECONDS, Math.max(...record.leads.map(lead => lead.samples.length)) / record.samplesPerSecond);
  const [width, height] = [seconds * MM_PER_SECOND, record.leads.length * ROW];
  return h("figure", { class: "ecg" },
    svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": record.leads.map(lead => lead.name).join(", ") },
      ...paper(width, height),
      ...record.leads.flatMap((lead, row) => [
        svg("polyline", { class: "ecg-trace", points: trace(lead.samples, record.samplesPerSecond, seconds, (row + 0.5) * ROW) }),
        svg("text", { class: "ecg-lead", x: 2, y: row * ROW + 7 }, lead.name),
      ])),
    h("figcaption", {}, text("document.ecg", language)));
}

function read(json: string): Ecg | null {
  try {
    const record = JSON.parse(json) as Partial<Ecg>;
    const leads = (record.leads ?? []).filter(lead => typeof lead.name === "string" && Array.isArray(lead.samples) && lead.samples.every(Number.isFinite));
    return typeof record.samplesPerSecond === "number" && record.samplesPerSecond > 0 && leads.length > 0 ? { samplesPerSecond: record.samplesPerSecond, leads } : null;
  } catch {
    return null;
  }
}

function paper(width: number, height: number): SVGElement[] {
  const lines = (every: number) => {
    const across = Array.from({ length: Math.floor(width / every) + 1 }, (_, i) => `M${i * every} 0V${height}`);
    const down = Array.from({ length: Math.floor(height / every) + 1 }, (_, i) => `M0 ${i * every}H${width}`);
    return [...across, ...down].join("");
  };
  return [svg("path", { class: "ecg-fine", d: lines(1) }), svg("path", { class: "ecg-bold", d: lines(5) })];
}

function trace(samples: number[], rate: number, seconds: number, baseline: number): string {
  return samples.slice(0, Math.ceil(seconds * rate))
    .map((millivolts, i) => `${((i / rate) * MM_PER_SECOND).toFixed(2)},${(baseline - millivolts * MM_PER_MILLIVOLT).toFixed(2)}`).join(" ");
}
