import { h, show } from "../../shared/dom";
import { text } from "../../shared/text";
import type { Model } from "../model";
import type { Actions } from "./actions";

/** What one can say next; a touch asks it. */
export function hints(strip: Element, model: Model, actions: Actions): void {
  const phrases = model.hints.length > 0 ? model.hints : [text("hints.empty", model.language)];
  show(strip,
    h("h2", { class: "hints-title" }, text("hints.title", model.language)),
    h("ul", { class: "hints-list" }, ...phrases.slice(0, 6).map(phrase => h("li", {},
      h("button", { class: "chip", type: "button", onclick: () => actions.send({ command: "query", text: phrase }) }, `«${phrase}»`)))));
  if (model.language === "en") for (const chip of strip.querySelectorAll(".chip")) chip.textContent = (chip.textContent ?? "").replace("«", "“").replace("»", "”");
}
