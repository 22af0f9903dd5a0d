import { h } from "../../shared/dom";
import type { Card } from "../../shared/protocol";
import { text } from "../../shared/text";
import type { CardContext } from "./card";

type Numbered = Extract<Card, { items: unknown[] }>;

/** A numbered list; with `selectable` a touch on an item is the same as saying its number. */
export function items<C extends Numbered>(
  card: C, context: CardContext, draw: (item: C["items"][number], index: number) => (Node | string | null)[],
  { selectable = false, mark = () => "" }: { selectable?: boolean; mark?: (item: C["items"][number]) => string } = {},
): HTMLElement {
  if (card.items.length === 0) return h("p", { class: "card-empty" }, text("card.empty", context.language));
  return h("ol", { class: "items", start: card.first }, ...card.items.map((item, i) => {
    const number = card.first + i;
    const content = [h("span", { class: "item-number", "aria-hidden": "true" }, String(number)), h("span", { class: "item-content" }, ...draw(item, i))];
    const focused = card.focus === number ? "item-focus" : "";
    return h("li", { class: `item ${focused} ${mark(item)}`, value: number, "data-item": number },
      selectable
        ? h("button", { class: "item-button", type: "button", onclick: () => context.actions.send({ command: "select", card: card.id, index: number }) }, ...content)
        : h("div", { class: "item-row" }, ...content));
  }));
}
