import { h } from "../../shared/dom";
import type { Command, Language } from "../../shared/protocol";
import { text, type Phrase } from "../../shared/text";
import { Scanner } from "../camera/scanner";
import { openDialog } from "./dialog";

type Kind = "badge" | "wristband" | "resource";

const KINDS: Kind[] = ["wristband", "badge", "resource"];

/** The camera for badge, wristband and package; a code can be typed where there is no camera. */
export function openScan(language: Language, send: (command: Command) => void): void {
  const video = h("video", { class: "scan-video", muted: true, playsinline: true, "aria-label": text("scan.aim", language) });
  let scanner: Scanner | null = null;
  openDialog("scan", text("scan.title", language), language, close => {
    const kind = (): Kind => (document.querySelector<HTMLInputElement>("input[name=scan-kind]:checked")?.value ?? "wristband") as Kind;
    const found = (code: string) => {
      send({ command: kind(), code });
      close();
    };
    const aim = h("p", { class: "scan-aim", role: "status" }, text("scan.aim", language));
    scanner = new Scanner(video, found);
    void scanner.start().then(works => {
      if (works) return;
      aim.textContent = text("scan.noCamera", language);
      video.remove();
    });
    const input = h("input", { id: "scan-code", class: "field", type: "text", maxlength: 2000, autocomplete: "off" });
    const submit = (event: Event) => {
      event.preventDefault();
      if (input.value.trim()) found(input.value.trim());
    };
    return [
      h("fieldset", { class: "scan-kinds" }, h("legend", {}, text("scan.kind", language)), ...KINDS.map((each, i) =>
        h("label", { class: "scan-kind" }, h("input", { type: "radio", name: "scan-kind", value: each, checked: i === 0 }), text(`scan.${each}` as Phrase, language)))),
      video, aim,
      h("form", { class: "form form-row", onsubmit: submit },
        h("label", { for: "scan-code" }, text("scan.code", language)), input,
        h("button", { class: "button", type: "submit" }, text("scan.send", language))),
    ];
  }, () => scanner?.stop());
}
