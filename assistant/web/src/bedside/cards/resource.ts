import { h } from "../../shared/dom";
import { icon } from "../../shared/icons";
import type { ResourceCard } from "../../shared/protocol";
import { text } from "../../shared/text";
import type { CardContext } from "./card";

/** Whether a package or device is genuine: the verdict first. */
export function resource(card: ResourceCard, { language }: CardContext): HTMLElement {
  const good = card.status === "genuine";
  return h("div", { class: "resource" },
    h("p", { class: `card-statement ${good ? "statement-good" : "statement-danger"}` }, icon(good ? "check" : "warning"), text(`resource.${card.status}`, language)),
    card.name ? h("p", { class: "resource-name" }, card.name) : null,
    h("dl", { class: "facts" },
      ...Object.entries({ [text("resource.code", language)]: card.code, ...card.details }).flatMap(([term, value]) => [h("dt", {}, term), h("dd", {}, value)])));
}
