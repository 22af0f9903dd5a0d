import { h } from "../../shared/dom";
import { text } from "../../shared/text";
import type { Model } from "../model";
import type { Actions } from "./actions";
import { otherWays } from "./notice";

/** The digits to say, large, with the seconds that are left. */
export function challenge(model: Model, actions: Actions): HTMLElement | null {
  const { challenge, language } = model;
  if (!challenge) return null;
  const left = () => Math.max(0, Math.ceil((challenge.until - performance.now()) / 1000));
  const seconds = h("span", { class: "challenge-seconds" }, String(left()));
  const timer = setInterval(() => seconds.isConnected ? (seconds.textContent = String(left())) : clearInterval(timer), 500);
  return h("section", { class: "notice challenge", "data-notice": "challenge", role: "alert" },
    h("h2", {}, challenge.text),
    challenge.digits
      ? h("p", { class: "challenge-digits", role: "img", "aria-label": `${text("challenge.say", language)}: ${[...challenge.digits].join(" ")}` },
        ...[...challenge.digits].map(digit => h("span", { "aria-hidden": "true" }, digit)))
      : null,
    h("p", { class: "challenge-left" }, `${text("challenge.left", language)} `, seconds),
    otherWays(model, actions));
}
