import { h } from "../../shared/dom";
import { moment, number, unit } from "../../shared/format";
import { plot } from "../../shared/plot";
import type { Language, VitalsCard, VitalSeries } from "../../shared/protocol";
import { name, text } from "../../shared/text";
import type { CardContext } from "./card";
import { items } from "./items";

/** One vital sign: its newest value large and its trend. Several: the newest value of each. */
export function vitals(card: VitalsCard, context: CardContext): HTMLElement {
  const { language } = context;
  const [only] = card.items;
  if (card.items.length === 1 && only) return single(only, language);
  const list = items(card, context, series => [
    h("span", { class: "item-words" },
      h("span", { class: "item-title" }, name("vital", series.vital, language)),
      h("span", { class: "item-note" }, latest(series) ? moment(latest(series)!.time, language) : "")),
    h("span", { class: "item-value" }, reading(series, language), " ", h("small", {}, unit(series.unit, language))),
  ], { selectable: true });
  list.classList.add("tiles");
  return list;
}

function single(series: VitalSeries, language: Language): HTMLElement {
  const last = latest(series);
  const label = name("vital", series.vital, language);
  return h("div", { class: "reading" },
    h("div", { class: "reading-latest" },
      h("p", { class: "reading-value" }, reading(series, language), " ", h("small", {}, unit(series.unit, language))),
      h("p", { class: "reading-time" }, `${text("vitals.latest", language)}: ${last ? moment(last.time, language) : ""}`)),
    series.points.length > 1 ? plot(series.points, { language, label: `${label}: ${series.points.map(point => point.value).join(", ")}` }) : null);
}

function latest(series: VitalSeries) {
  return series.points[series.points.length - 1];
}

function reading(series: VitalSeries, language: Language): string {
  const last = latest(series);
  if (!last) return "–";
  return last.secondValue === undefined ? number(last.value, language) : `${number(last.value, language)}/${number(last.secondValue, language)}`;
}
