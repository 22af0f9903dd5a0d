import { h } from "../../shared/dom";
import { icon } from "../../shared/icons";
import type { Card, Language } from "../../shared/protocol";
import { text } from "../../shared/text";
import type { Actions } from "../view/actions";
import { access } from "./access";
import { allergies } from "./allergies";
import { consents } from "./consents";
import { diagnoses } from "./diagnoses";
import { document } from "./document";
import { documents } from "./documents";
import { labs } from "./labs";
import { medications } from "./medications";
import { message } from "./message";
import { patients } from "./patients";
import { resource } from "./resource";
import { stock } from "./stock";
import { visits } from "./visits";
import { vitals } from "./vitals";

/** What a card's body is made with. */
export interface CardContext { language: Language; actions: Actions }

/** A card: title, whose record it is, the body of its kind, the proof mark. */
export function card(card: Card, context: CardContext): HTMLElement {
  const { language, actions } = context;
  return h("article", { class: `card card-${card.kind}`, "data-kind": card.kind, "data-card": card.id, "aria-labelledby": "card-title" },
    h("header", { class: "card-header" },
      h("h1", { id: "card-title" }, card.title),
      h("p", { class: "card-context" },
        ...[card.patient && card.title.includes(card.patient) ? undefined : card.patient, card.note].filter(Boolean).map(part => h("span", {}, part as string)),
        card.sensitivity !== "normal" ? h("span", { class: "tag tag-caution" }, icon("eyeOff"), text(`card.${card.sensitivity}`, language)) : null)),
    h("div", { class: "card-body", tabindex: 0, role: "region", "aria-labelledby": "card-title" }, body(card, context)),
    h("footer", { class: "card-footer" }, range(card, language), proofMark(card, language, actions)));
}

function body(card: Card, context: CardContext): HTMLElement {
  switch (card.kind) {
    case "visits": return visits(card, context);
    case "documents": return documents(card, context);
    case "document": return document(card, context);
    case "vitals": return vitals(card, context);
    case "medications": return medications(card, context);
    case "allergies": return allergies(card, context);
    case "diagnoses": return diagnoses(card, context);
    case "labs": return labs(card, context);
    case "access": return access(card, context);
    case "consents": return consents(card, context);
    case "patients": return patients(card, context);
    case "resource": return resource(card, context);
    case "stock": return stock(card, context);
    case "message": return message(card);
  }
}

function range(card: Card, language: Language): HTMLElement | null {
  const shown = "items" in card ? card.items.length : 0;
  if (shown === 0 || card.total <= shown) return null;
  return h("p", { class: "card-range" }, `${card.first}–${card.first + shown - 1} ${text("card.of", language)} ${card.total}`);
}

function proofMark({ proof }: Card, language: Language, actions: Actions): HTMLElement | null {
  if (!proof) return null;
  return h("button", { class: `proof ${proof.verified ? "proof-good" : "proof-bad"}`, type: "button", onclick: () => actions.open("proof") },
    icon(proof.verified ? "shield" : "shieldOff"), text(proof.verified ? "proof.verified" : "proof.failed", language));
}
