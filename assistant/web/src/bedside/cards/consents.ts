import { h } from "../../shared/dom";
import { day } from "../../shared/format";
import { icon } from "../../shared/icons";
import type { ConsentsCard } from "../../shared/protocol";
import { text } from "../../shared/text";
import type { CardContext } from "./card";
import { items } from "./items";

/** Who may see the record by the patient's consent. */
export function consents(card: ConsentsCard, context: CardContext): HTMLElement {
  const { language } = context;
  return items(card, context, consent => [
    h("span", { class: "item-words" },
      h("span", { class: "item-title" }, `${consent.who}: ${consent.what}`),
      h("span", { class: "item-note" }, consent.until ? `${text("consent.until", language)} ${day(consent.until, language)}` : text("consent.open", language))),
    consent.inForce
      ? h("span", { class: `tag ${consent.permitted ? "tag-good" : "tag-danger"}` }, icon(consent.permitted ? "check" : "cross"), text(consent.permitted ? "consent.permitted" : "consent.forbidden", language))
      : h("span", { class: "tag" }, text("consent.expired", language)),
  ], { mark: consent => consent.inForce ? "" : "item-past" });
}
