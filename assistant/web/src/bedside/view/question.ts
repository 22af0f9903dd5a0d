import { h } from "../../shared/dom";
import { text } from "../../shared/text";
import type { Model } from "../model";
import type { Actions } from "./actions";

/** The assistant's question with the answers one can touch. */
export function question(model: Model, actions: Actions): HTMLElement | null {
  const { question, language } = model;
  if (!question) return null;
  const answer = (yes: boolean) => actions.send({ command: "answer", question: question.id, yes });
  return h("section", { class: "question", role: "alert" },
    h("h2", {}, question.text),
    h("div", { class: "question-answers" },
      h("button", { class: "button button-primary", type: "button", onclick: () => answer(true) }, text("answer.yes", language)),
      h("button", { class: "button", type: "button", onclick: () => answer(false) }, text("answer.no", language))));
}
