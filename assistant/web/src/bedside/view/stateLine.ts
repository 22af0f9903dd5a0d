import { h, show } from "../../shared/dom";
import { text } from "../../shared/text";
import type { Model } from "../model";

/** What the assistant is doing, and what it has heard, live; in silence, what one can say. */
export function stateLine(line: Element, model: Model): void {
  const { language, state, transcript, saying } = model;
  show(line, h("p", { class: "state-name", role: "status" }, text(`state.${state}`, language)), words());

  function words(): HTMLElement {
    if (state === "speaking" && saying) return h("p", { class: "state-words state-saying" }, saying.text);
    if (transcript.text) return h("p", { class: `state-words ${transcript.final ? "state-final" : "state-partial"}` }, transcript.text);
    return h("p", { class: "state-words state-silent", "aria-hidden": "true" }, "…");
  }
}
