import { h } from "../../shared/dom";
import { icon, type Icon } from "../../shared/icons";
import { text, type Phrase } from "../../shared/text";
import type { Model, Notice } from "../model";
import type { Actions } from "./actions";

const DRAWINGS: Record<Notice["kind"], Icon> = { blank: "eyeOff", refused: "shieldOff", error: "warning", notUnderstood: "microphone" };

/** What stands in the answer's place when there is no answer: why, and what to do about it. */
export function notice(notice: Notice, model: Model, actions: Actions): HTMLElement {
  const { language } = model;
  return h("section", { class: `notice notice-${notice.kind}`, "data-notice": notice.kind, role: notice.kind === "refused" ? "alert" : null },
    icon(DRAWINGS[notice.kind]),
    h("h2", {}, text(`${notice.kind}.title` as Phrase, language)),
    h("p", { class: "notice-text" }, notice.text),
    notice.kind === "notUnderstood" && model.transcript.text ? h("p", { class: "notice-heard" }, `${text("heard", language)}: ${model.transcript.text}`) : null,
    notice.kind === "notUnderstood" && notice.nearest.length > 0
      ? h("div", { class: "notice-actions" }, ...notice.nearest.slice(0, 3).map(phrase =>
        h("button", { class: "chip", type: "button", onclick: () => actions.send({ command: "query", text: phrase }) }, phrase)))
      : null,
    notice.kind === "blank" || notice.kind === "refused" ? otherWays(model, actions) : null);
}

/** The way without voice. */
export function otherWays(model: Model, actions: Actions): HTMLElement {
  return h("div", { class: "notice-actions" },
    h("button", { class: "button", type: "button", onclick: () => actions.open("pin") }, icon("key"), text("challenge.pin", model.language)),
    h("button", { class: "button", type: "button", onclick: () => actions.open("scan") }, icon("scan"), text("challenge.badge", model.language)));
}

/** The empty screen. */
export function welcome(model: Model): HTMLElement {
  return h("section", { class: "notice notice-welcome", "data-notice": "welcome" },
    icon("microphone"),
    h("h2", {}, text("welcome.title", model.language)),
    h("p", { class: "notice-text" }, text("welcome.text", model.language)));
}
