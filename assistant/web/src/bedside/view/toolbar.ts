import { h, show } from "../../shared/dom";
import { icon, type Icon } from "../../shared/icons";
import { text, type Phrase } from "../../shared/text";
import { theme } from "../../shared/theme";
import type { Model } from "../model";
import type { Actions } from "./actions";

const VOLUME_STEP = 15;

/** The switches for gloved hands: each at least 48 pixels, each with a name. */
export function toolbar(bar: Element, model: Model, actions: Actions): void {
  const { language } = model;
  const tool = (phrase: Phrase, drawing: Icon, act: () => void, pressed?: boolean, extra = "") =>
    h("button", {
      class: `tool ${extra}`, type: "button", title: text(phrase, language), "aria-label": text(phrase, language), "aria-pressed": pressed === undefined ? null : String(pressed), onclick: act,
    }, icon(drawing), h("span", { class: "tool-name" }, text(phrase, language)));
  const louder = (by: number) => actions.send({ command: "settings", volume: Math.max(0, Math.min(100, model.volume + by)) });
  bar.setAttribute("aria-label", text("tool.bar", language));
  show(bar,
    model.state === "speaking" || model.saying ? tool("tool.stop", "stop", actions.stopSpeaking, undefined, "tool-stop") : null,
    tool("tool.query", "keyboard", () => actions.open("query")),
    tool("tool.pin", "key", () => actions.open("pin")),
    tool("tool.scan", "scan", () => actions.open("scan")),
    tool("tool.private", model.private ? "silent" : "speaker", () => actions.send({ command: "settings", private: !model.private }), model.private),
    tool("tool.quieter", "arrowDown", () => louder(-VOLUME_STEP), undefined, "tool-volume"),
    tool("tool.louder", "arrowUp", () => louder(VOLUME_STEP), undefined, "tool-volume"),
    tool("tool.theme", theme() === "dark" ? "sun" : "moon", actions.toggleTheme),
    h("button", {
      class: "tool tool-language", type: "button", lang: language === "ru" ? "en" : "ru", onclick: () => actions.send({ command: "settings", language: language === "ru" ? "en" : "ru" }),
      title: text("tool.language", language),
    }, language === "ru" ? "EN" : "RU"),
    tool("tool.lock", "lock", () => actions.send({ command: "lock" })),
    tool("tool.end", "exit", () => actions.send({ command: "endSession" })));
}
