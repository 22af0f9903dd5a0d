import { h } from "../../shared/dom";
import { days } from "../../shared/format";
import type { VisitsCard } from "../../shared/protocol";
import { name } from "../../shared/text";
import type { CardContext } from "./card";
import { items } from "./items";

/** Visits as a timeline, newest first. */
export function visits(card: VisitsCard, context: CardContext): HTMLElement {
  const list = items(card, context, visit => [
    h("span", { class: "visit-date" }, days(visit.date, visit.endDate, context.language)),
    h("span", { class: "item-words" },
      h("span", { class: "item-title" }, visit.reason),
      h("span", { class: "item-note" }, `${visit.hospital} · ${name("department", visit.department, context.language)}`)),
  ], { selectable: true });
  list.classList.add("timeline");
  return list;
}
