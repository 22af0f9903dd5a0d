import { h } from "../../shared/dom";
import { day } from "../../shared/format";
import { icon, type Icon } from "../../shared/icons";
import type { DocumentsCard } from "../../shared/protocol";
import { name, text } from "../../shared/text";
import type { CardContext } from "./card";
import { items } from "./items";

const DRAWINGS: Record<string, Icon> = { lab_report: "flask", imaging: "image", ecg: "heart", prescription: "pill" };

/** Documents to choose from. */
export function documents(card: DocumentsCard, context: CardContext): HTMLElement {
  const { language } = context;
  return items(card, context, document => [
    h("span", { class: "item-drawing" }, icon(DRAWINGS[document.kind] ?? "document")),
    h("span", { class: "item-words" },
      h("span", { class: "item-title" }, document.title),
      h("span", { class: "item-note" }, `${name("kind", document.kind, language)} · ${document.hospital}`)),
    document.sensitivity !== "normal" ? h("span", { class: "tag tag-caution" }, icon("eyeOff"), text(`card.${document.sensitivity}`, language)) : null,
    h("span", { class: "item-side" }, day(document.date, language, "short")),
  ], { selectable: true });
}
