import { h, show, svg } from "../../shared/dom";
import type { Language } from "../../shared/protocol";
import { text, type Phrase } from "../../shared/text";
import type { Speaker } from "../model";

const RADIUS = 26;
const CIRCUMFERENCE = 2 * Math.PI * RADIUS;

/** One calm sign: a ring that fills with the certainty, the speaker's initials in it, two lines of words beside it. */
export function speakerSign(sign: Element, speaker: Speaker, language: Language): void {
  const lost = speaker.trust === "lost"; // whoever it was before, this voice is not known to be theirs
  const name = lost ? text("speaker.stranger", language) : speaker.name ?? text("speaker.nobody", language);
  const certainty = speaker.trust === "none" || lost ? 0 : Math.round(speaker.sure * 100);
  const trust = text(`speaker.${speaker.trust}` as Phrase, language);
  sign.setAttribute("data-trust", speaker.trust);
  sign.setAttribute("aria-label", `${text("speaker.label", language)}: ${name}, ${trust}`);
  show(sign,
    ring(certainty, lost ? "!" : speaker.name ? initials(speaker.name) : "–"),
    h("div", { class: "speaker-words" },
      h("p", { class: "speaker-name" }, name),
      lost ? null : h("p", { class: "speaker-trust" }, certainty > 0 ? `${trust} · ${certainty} %` : trust)));
}

function ring(certainty: number, letters: string): SVGElement {
  return svg("svg", { class: "speaker-ring", viewBox: "0 0 64 64", "aria-hidden": "true" },
    svg("circle", { class: "speaker-track", cx: 32, cy: 32, r: RADIUS }),
    svg("circle", {
      class: "speaker-arc", cx: 32, cy: 32, r: RADIUS, "stroke-dasharray": `${(certainty / 100) * CIRCUMFERENCE} ${CIRCUMFERENCE}`, transform: "rotate(-90 32 32)",
    }),
    svg("text", { class: "speaker-initials", x: 32, y: 40, "text-anchor": "middle" }, letters));
}

function initials(name: string): string {
  return name.replace(/^(доктор|врач|dr\.?|doctor)\s+/iu, "").split(/\s+/u).slice(0, 2).map(part => part[0] ?? "").join("").toUpperCase();
}
