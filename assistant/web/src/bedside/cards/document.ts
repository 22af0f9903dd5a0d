import { h } from "../../shared/dom";
import { day } from "../../shared/format";
import type { DocumentCard } from "../../shared/protocol";
import { name, text } from "../../shared/text";
import type { CardContext } from "./card";
import { ecg } from "./ecg";

const ECG = "application/vnd.voicemed.ecg+json";

/** An opened document: text, image, PDF or ECG. Nothing of it is stored or fetched: the bytes came with the card. */
export function document(card: DocumentCard, { language }: CardContext): HTMLElement {
  const type = card.contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  return h("div", { class: "document" },
    h("p", { class: "document-source" }, `${name("kind", card.documentKind, language)} · ${card.hospital} · ${day(card.date, language)}`),
    content(card, type) ?? h("p", { class: "card-empty" }, text("document.failed", language)));

  function content(card: DocumentCard, type: string): HTMLElement | null {
    if (type === ECG && card.text !== undefined) return ecg(card.text, language);
    if (card.text !== undefined) return h("div", { class: "document-text" }, ...card.text.split(/\n{2,}/u).map(paragraph => h("p", {}, paragraph)));
    if (card.content === undefined) return null;
    if (type === "image/png" || type === "image/jpeg") return image(card, bytes(card.content), type);
    return type === "application/pdf" ? pdf(bytes(card.content)) : null;
  }

  function pdf(data: Uint8Array<ArrayBuffer>): HTMLElement {
    const pages = h("div", { class: "document-pages", "aria-busy": true });
    void import("./pdf")
      .then(viewer => viewer.drawPages(data, pages, language))
      .catch(() => { pages.textContent = text("document.failed", language); })
      .finally(() => pages.removeAttribute("aria-busy"));
    return pages;
  }
}

function image(card: DocumentCard, data: Uint8Array<ArrayBuffer>, type: string): HTMLElement {
  const address = URL.createObjectURL(new Blob([data], { type }));
  return h("img", { class: "document-image", src: address, alt: card.title, onload: () => URL.revokeObjectURL(address) });
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}
