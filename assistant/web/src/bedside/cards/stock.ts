import { h } from "../../shared/dom";
import { number } from "../../shared/format";
import { icon } from "../../shared/icons";
import type { StockCard } from "../../shared/protocol";
import { text } from "../../shared/text";
import type { CardContext } from "./card";
import { items } from "./items";

/** What is in stock, and where too little is. */
export function stock(card: StockCard, context: CardContext): HTMLElement {
  const { language } = context;
  return items(card, context, level => [
    h("span", { class: "item-words" },
      h("span", { class: "item-title" }, level.resource),
      h("span", { class: "item-note" }, level.hospital)),
    level.available < level.minimum ? h("span", { class: "tag tag-caution" }, icon("warning"), text("stock.low", language)) : null,
    h("span", { class: "item-value" }, number(level.available, language), " ", h("small", {}, text("stock.available", language))),
  ], { mark: level => level.available < level.minimum ? "item-caution" : "" });
}
