import { h } from "../../shared/dom";
import type { Command, Language } from "../../shared/protocol";
import { text } from "../../shared/text";
import { openDialog } from "./dialog";

const MAX_LENGTH = 500;

/** The way without voice: a typed question. */
export function openQuery(language: Language, send: (command: Command) => void): void {
  openDialog("query", text("query.title", language), language, close => {
    const input = h("input", {
      id: "query-text", class: "field", type: "text", maxlength: MAX_LENGTH, autocomplete: "off", autofocus: true, placeholder: text("query.placeholder", language), lang: language,
    });
    const submit = (event: Event) => {
      event.preventDefault();
      const question = input.value.trim();
      if (question) {
        send({ command: "query", text: question });
        close();
      }
    };
    return [h("form", { class: "form", onsubmit: submit },
      h("label", { for: "query-text" }, text("query.label", language)),
      input,
      h("button", { class: "button button-primary", type: "submit" }, text("query.send", language)))];
  });
}
