import { h } from "../../shared/dom";
import { icon } from "../../shared/icons";
import type { Card, Language } from "../../shared/protocol";
import { text } from "../../shared/text";
import { openDialog } from "./dialog";

/** What the proof mark stands for. */
export function openProof(card: Card, language: Language): void {
  const { proof } = card;
  if (!proof) return;
  openDialog("proof", text("proof.title", language), language, () => [
    h("p", { class: `card-statement ${proof.verified ? "statement-good" : "statement-danger"}` },
      icon(proof.verified ? "shield" : "shieldOff"), text(proof.verified ? "proof.verified" : "proof.failed", language)),
    h("dl", { class: "facts" },
      h("dt", {}, text("proof.detail", language)), h("dd", {}, proof.detail),
      h("dt", {}, text("proof.scheme", language)), h("dd", {}, proof.scheme),
      ...(proof.rule ? [h("dt", {}, text("proof.rule", language)), h("dd", {}, proof.rule)] : [])),
  ]);
}
