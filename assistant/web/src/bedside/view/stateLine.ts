import { h, show } from "../../shared/dom";
import type { Model } from "../model";
import { text } from "../../shared/text";

/** What the assistant is doing, and what it has heard, live. */
export function stateLine(line: Element, model: Model): void {
  const { language, state, transcript, saying } = model;
  const words = state === "speaking" && saying ? saying.text : transcript.text;
  show(line,
    h("p", { class: "state-name", role: "status" }, text(`state.${state}`, language)),
    words
      ? h("p", { class: `state-words ${state === "speaking" ? "state-saying" : transcript.final ? "state-final" : "state-partial"}` }, words)
      : h("p", { class: "state-words state-silent", "aria-hidden": "true" }, "…"));
}
