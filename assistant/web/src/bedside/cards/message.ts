import { h } from "../../shared/dom";
import type { MessageCard } from "../../shared/protocol";

/** An answer in words alone. */
export function message(card: MessageCard): HTMLElement {
  return h("div", { class: "message" }, ...card.lines.map(line => h("p", {}, line)));
}
