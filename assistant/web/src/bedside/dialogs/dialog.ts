import { h, show } from "../../shared/dom";
import { icon } from "../../shared/icons";
import type { Language } from "../../shared/protocol";
import { text } from "../../shared/text";

/** A modal window with a title and a close button; the browser keeps the focus inside. `closed` runs however it closes. */
export function openDialog(kind: string, title: string, language: Language, content: (close: () => void) => Node[], closed?: () => void): void {
  const dialog = h("dialog", { class: `dialog dialog-${kind}`, "data-dialog": kind, "aria-labelledby": "dialog-title" });
  const close = () => dialog.close();
  dialog.addEventListener("close", () => {
    dialog.remove();
    closed?.();
  });
  show(dialog,
    h("header", { class: "dialog-header" },
      h("h2", { id: "dialog-title" }, title),
      h("button", { class: "tool dialog-close", type: "button", "aria-label": text("dialog.close", language), onclick: close }, icon("cross"))),
    h("div", { class: "dialog-body" }, ...content(close)));
  document.body.append(dialog);
  dialog.showModal();
}

/** Closes whatever window is open: what it shows may be about a patient who has left the screen. */
export function closeDialogs(): void {
  for (const dialog of document.querySelectorAll("dialog")) dialog.close();
}
