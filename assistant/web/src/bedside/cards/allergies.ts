import { h } from "../../shared/dom";
import { day } from "../../shared/format";
import { icon } from "../../shared/icons";
import type { AllergiesCard } from "../../shared/protocol";
import { text } from "../../shared/text";
import type { CardContext } from "./card";
import { items } from "./items";

/** Allergies in warning colours. "Nothing recorded" and "none known" are different answers and look different. */
export function allergies(card: AllergiesCard, context: CardContext): HTMLElement {
  const { language } = context;
  if (card.noneKnown) return h("p", { class: "card-statement statement-good" }, icon("check"), text("allergy.none", language));
  if (card.items.length === 0) return h("p", { class: "card-statement statement-caution" }, icon("warning"), text("allergy.unrecorded", language));
  return items(card, context, allergy => [
    h("span", { class: "item-drawing" }, icon("warning")),
    h("span", { class: "item-words" },
      h("span", { class: "item-title" }, allergy.substance),
      h("span", { class: "item-note" }, [allergy.reaction, day(allergy.recorded, language, "short")].filter(Boolean).join(" · "))),
    h("span", { class: `tag ${allergy.criticality === "high" ? "tag-danger" : "tag-caution"}` }, text(`allergy.${allergy.criticality}`, language)),
  ], { mark: allergy => allergy.criticality === "high" ? "item-danger" : "item-caution" });
}
