import { h } from "../../shared/dom";
import { day } from "../../shared/format";
import type { DiagnosesCard } from "../../shared/protocol";
import { text } from "../../shared/text";
import type { CardContext } from "./card";
import { items } from "./items";

/** Diagnoses, active ones first. */
export function diagnoses(card: DiagnosesCard, context: CardContext): HTMLElement {
  const { language } = context;
  return items(card, context, diagnosis => [
    h("span", { class: "item-words" },
      h("span", { class: "item-title" }, diagnosis.name),
      h("span", { class: "item-note" }, [diagnosis.code, day(diagnosis.date, language, "short")].filter(Boolean).join(" · "))),
    h("span", { class: `tag ${diagnosis.active ? "tag-accent" : ""}` }, text(diagnosis.active ? "diagnosis.active" : "diagnosis.past", language)),
  ], { mark: diagnosis => diagnosis.active ? "" : "item-past" });
}
