import { h, svg } from "../../shared/dom";
import { moment, number, unit } from "../../shared/format";
import { icon } from "../../shared/icons";
import { plot } from "../../shared/plot";
import type { LabsCard, LabSeries, Language } from "../../shared/protocol";
import { text } from "../../shared/text";
import type { CardContext } from "./card";
import { items } from "./items";

type Flag = "high" | "low" | "normal" | null;

/** Laboratory values against their reference ranges; one test alone with its trend. */
export function labs(card: LabsCard, context: CardContext): HTMLElement {
  const { language } = context;
  const [only] = card.items;
  if (card.items.length === 1 && only) return single(only, language);
  return items(card, context, series => [
    h("span", { class: "item-words" },
      h("span", { class: "item-title" }, series.test),
      h("span", { class: "item-note" }, [moment(latest(series)?.time ?? "", language), range(series, language)].filter(Boolean).join(" · "))),
    gauge(series),
    h("span", { class: "item-value" }, number(latest(series)?.value ?? NaN, language), " ", h("small", {}, unit(series.unit, language))),
    mark(series, language),
  ], { selectable: true, mark: series => flag(series) === "high" || flag(series) === "low" ? "item-abnormal" : "" });
}

function single(series: LabSeries, language: Language): HTMLElement {
  const last = latest(series);
  return h("div", { class: "reading" },
    h("div", { class: "reading-latest" },
      h("p", { class: "reading-value" }, number(last?.value ?? NaN, language), " ", h("small", {}, unit(series.unit, language)), " ", mark(series, language)),
      h("p", { class: "reading-time" }, [moment(last?.time ?? "", language), range(series, language)].filter(Boolean).join(" · "))),
    series.points.length > 1
      ? plot(series.points, { language, low: series.low, high: series.high, label: `${series.test}: ${series.points.map(point => point.value).join(", ")}` })
      : gauge(series));
}

function latest(series: LabSeries) {
  return series.points[series.points.length - 1];
}

function flag(series: LabSeries): Flag {
  const value = latest(series)?.value;
  if (value === undefined || (series.low === undefined && series.high === undefined)) return null;
  if (series.high !== undefined && value > series.high) return "high";
  return series.low !== undefined && value < series.low ? "low" : "normal";
}

function mark(series: LabSeries, language: Language): HTMLElement | null {
  const found = flag(series);
  if (!found) return null;
  if (found === "normal") return h("span", { class: "tag tag-good" }, icon("check"), text("lab.normal", language));
  return h("span", { class: "tag tag-danger" }, icon(found === "high" ? "arrowUp" : "arrowDown"), text(`lab.${found}`, language));
}

function range(series: LabSeries, language: Language): string {
  const { low, high } = series;
  if (low === undefined && high === undefined) return "";
  const bounds = low === undefined ? `< ${number(high!, language)}` : high === undefined ? `> ${number(low, language)}` : `${number(low, language)}–${number(high, language)}`;
  return `${text("lab.range", language)} ${bounds}`;
}

/** Where the value lies: the reference range is the middle half of the bar. */
function gauge(series: LabSeries): SVGElement | null {
  const value = latest(series)?.value;
  const { low, high } = series;
  if (value === undefined || low === undefined || high === undefined || high <= low) return null;
  const at = Math.max(2, Math.min(98, 25 + (50 * (value - low)) / (high - low)));
  return svg("svg", { class: "gauge", viewBox: "0 0 100 12", "aria-hidden": "true" },
    svg("rect", { class: "gauge-track", x: 0, y: 4, width: 100, height: 4, rx: 2 }),
    svg("rect", { class: "gauge-range", x: 25, y: 4, width: 50, height: 4, rx: 2 }),
    svg("circle", { class: "gauge-value", cx: at, cy: 6, r: 5 }));
}
