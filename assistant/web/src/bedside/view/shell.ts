import { h, show } from "../../shared/dom";
import { icon } from "../../shared/icons";
import { text, type Phrase } from "../../shared/text";
import { card } from "../cards/card";
import type { Model } from "../model";
import type { Actions } from "./actions";
import { challenge } from "./challenge";
import { hints } from "./hints";
import { notice, welcome } from "./notice";
import { patientBar } from "./patientBar";
import { question } from "./question";
import { speakerSign } from "./speakerSign";
import { stateLine } from "./stateLine";
import { toolbar } from "./toolbar";

/** The page's regions. Each is drawn anew when something it shows has changed, and only then. */
export class Shell {
  private readonly patient = h("section", { class: "patient" });
  private readonly speaker = h("section", { class: "speaker", role: "img" });
  private readonly answer = h("main", { class: "answer", "aria-live": "polite" });
  private readonly banner = h("div", { class: "banner", role: "status" });
  private readonly orb = h("div", { class: "orb", "aria-hidden": "true" }, h("span", { class: "orb-core" }));
  private readonly line = h("div", { class: "line" });
  private readonly hints = h("nav", { class: "hints" });
  private readonly tools = h("div", { class: "tools", role: "toolbar" });
  private drawn: Model | null = null;

  constructor(root: Element, private readonly actions: Actions) {
    show(root,
      h("header", { class: "top" }, this.patient, this.speaker),
      this.banner, this.answer,
      h("footer", { class: "bottom" },
        h("div", { class: "voice" }, this.orb, this.line), this.hints, this.tools));
  }

  /** Draws what has changed. */
  draw(model: Model): void {
    const changed = (...keys: (keyof Model)[]) => keys.some(key => !this.drawn || this.drawn[key] !== model[key]);
    const language = model.language;
    document.documentElement.lang = language;
    document.body.dataset["state"] = model.link === "open" ? model.state : "connecting";
    if (changed("patient", "language")) patientBar(this.patient, model.patient, language);
    if (changed("speaker", "language")) speakerSign(this.speaker, model.speaker, language);
    if (changed("state", "transcript", "saying", "language", "link")) stateLine(this.line, model.link === "open" ? model : { ...model, state: "connecting" });
    if (changed("card", "notice", "challenge", "question", "patient", "state", "language")) this.drawAnswer(model, changed("card", "notice", "challenge", "question", "patient", "language"));
    if (changed("hints", "language")) hints(this.hints, model, this.actions);
    if (changed("private", "volume", "state", "saying", "language")) toolbar(this.tools, model, this.actions);
    if (changed("link", "microphone", "language")) this.drawBanner(model);
    this.drawn = model;
  }

  /** Draws the theme's own parts again. */
  redraw(): void {
    const model = this.drawn;
    this.drawn = null;
    if (model) this.draw(model);
  }

  /** How loud the microphone is, 0 to 1: the sign breathes with the voice. */
  level(value: number): void {
    this.orb.style.setProperty("--level", Math.min(1, value * 6).toFixed(3));
  }

  private drawAnswer(model: Model, contentChanged: boolean): void {
    if (!contentChanged) return;
    const content = challenge(model, this.actions)
      ?? (model.notice ? notice(model.notice, model, this.actions) : null)
      ?? (model.card ? card(model.card, { language: model.language, actions: this.actions }) : null)
      ?? (model.question ? null : welcome(model));
    show(this.answer, question(model, this.actions), content);
    this.answer.querySelector(".item-focus")?.scrollIntoView({ block: "nearest" });
  }

  private drawBanner({ link, microphone, language }: Model): void {
    const line = (phrase: Phrase, action?: { phrase: Phrase; act: () => void }) => [
      icon("warning"), h("p", {}, text(phrase, language)),
      action ? h("button", { class: "button", type: "button", onclick: action.act }, text(action.phrase, language)) : null];
    this.banner.hidden = false;
    if (link === "connecting" && this.drawn) show(this.banner, ...line("link.lost"));
    else if (link === "refused") show(this.banner, ...line("link.refused"));
    else if (link === "replaced") show(this.banner, ...line("link.replaced", { phrase: "link.takeOver", act: this.actions.takeOver }));
    else if (microphone === "needsTouch" || microphone === "off") show(this.banner, ...line(`microphone.${microphone}`, { phrase: "microphone.start", act: this.actions.startMicrophone }));
    else if (microphone === "blocked" || microphone === "missing") show(this.banner, ...line(`microphone.${microphone}`));
    else {
      show(this.banner);
      this.banner.hidden = true;
    }
  }
}
