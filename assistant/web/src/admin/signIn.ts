import { h, show } from "../shared/dom";
import type { Language } from "../shared/protocol";
import { api } from "./api";
import { word } from "./words";

/** Asks for the key and the one-time code. */
export function signIn(place: Element, language: Language, done: () => void, tools: HTMLElement): void {
  const w = (key: Parameters<typeof word>[0]) => word(key, language);
  const key = h("input", { id: "key", class: "field", type: "password", autocomplete: "current-password", required: true });
  const code = h("input", { id: "code", class: "field", type: "text", inputmode: "numeric", pattern: "[0-9]{6}", maxlength: 6, autocomplete: "one-time-code", required: true });
  const problem = h("p", { role: "alert", class: "problem" });
  const submit = (event: Event) => {
    event.preventDefault();
    api("POST", "session", { key: key.value, code: code.value }).then(done, (error: Error) => { problem.textContent = error.message; });
  };
  show(place, h("main", { class: "sign-in" }, h("form", { class: "panel form", onsubmit: submit },
    h("h1", {}, w("signIn.title")),
    h("label", { for: "key" }, w("signIn.key")), key,
    h("label", { for: "code" }, w("signIn.code")), code,
    problem,
    h("button", { class: "button button-primary", type: "submit" }, w("signIn.send")),
    h("p", { class: "hint" }, w("signIn.help")), tools)));
}
