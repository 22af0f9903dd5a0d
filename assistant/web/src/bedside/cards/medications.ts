import { h } from "../../shared/dom";
import { day } from "../../shared/format";
import type { MedicationsCard } from "../../shared/protocol";
import { text } from "../../shared/text";
import type { CardContext } from "./card";
import { items } from "./items";

/** Medicines, those still going on first. */
export function medications(card: MedicationsCard, context: CardContext): HTMLElement {
  const { language } = context;
  return items(card, context, medication => [
    h("span", { class: "item-words" },
      h("span", { class: "item-title" }, medication.name),
      h("span", { class: "item-note" }, medication.dose)),
    h("span", { class: "item-side" },
      h("span", { class: `tag ${medication.end ? "" : "tag-good"}` }, text(medication.end ? "medication.ended" : "medication.ongoing", language)),
      h("span", { class: "item-note" }, medication.end
        ? `${text("medication.until", language)} ${day(medication.end, language, "short")}`
        : `${text("medication.since", language)} ${day(medication.start, language, "short")}`)),
  ], { mark: medication => medication.end ? "item-past" : "" });
}
