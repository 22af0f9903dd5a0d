import { h } from "../../shared/dom";
import { moment } from "../../shared/format";
import { icon } from "../../shared/icons";
import type { AccessCard } from "../../shared/protocol";
import { text } from "../../shared/text";
import type { CardContext } from "./card";
import { items } from "./items";

/** Who looked at the record, or tried to. */
export function access(card: AccessCard, context: CardContext): HTMLElement {
  const { language } = context;
  return items(card, context, entry => [
    h("span", { class: "item-words" },
      h("span", { class: "item-title" }, `${entry.who ?? text("access.nobody", language)}: ${entry.what}`),
      h("span", { class: "item-note" }, `${moment(entry.time, language)} · ${entry.why}`)),
    entry.emergency ? h("span", { class: "tag tag-caution" }, icon("warning"), text("access.emergency", language)) : null,
    h("span", { class: `tag ${entry.granted ? "tag-good" : "tag-danger"}` }, icon(entry.granted ? "check" : "cross"), text(entry.granted ? "access.granted" : "access.refused", language)),
  ], { mark: entry => entry.granted ? "" : "item-abnormal" });
}
