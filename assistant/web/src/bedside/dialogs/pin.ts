import { h } from "../../shared/dom";
import type { Command, Language } from "../../shared/protocol";
import { text } from "../../shared/text";
import { openDialog } from "./dialog";

const MAX_LENGTH = 12;
const MIN_LENGTH = 4;

/** A PIN pad for gloved hands. The PIN is sent and forgotten. */
export function openPin(language: Language, send: (command: Command) => void): void {
  openDialog("pin", text("pin.title", language), language, close => {
    const doctor = h("input", { id: "pin-doctor", class: "field", type: "text", maxlength: 100, autocomplete: "off", autocapitalize: "none", placeholder: text("pin.doctorPlaceholder", language) });
    const pin = h("input", { id: "pin-digits", class: "field field-pin", type: "password", inputmode: "numeric", pattern: "[0-9]*", maxlength: MAX_LENGTH, autocomplete: "off" });
    const submit = (event: Event) => {
      event.preventDefault();
      if (!/^\d+$/u.test(pin.value) || pin.value.length < MIN_LENGTH) return;
      const name = doctor.value.trim();
      send({ command: "pin", pin: pin.value, ...(name ? { doctor: name } : {}) });
      close();
    };
    const key = (label: string, act: () => void, name?: string) => h("button", { class: "pin-key", type: "button", "aria-label": name, onclick: act }, label);
    const digit = (value: string) => key(value, () => { pin.value = (pin.value + value).slice(0, MAX_LENGTH); });
    return [h("form", { class: "form form-pin", onsubmit: submit },
      h("label", { for: "pin-doctor" }, text("pin.doctor", language)), doctor,
      h("label", { for: "pin-digits" }, text("pin.pin", language)), pin,
      h("div", { class: "pin-pad" },
        ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map(digit),
        key("C", () => { pin.value = ""; }, text("pin.clear", language)), digit("0"),
        key("⌫", () => { pin.value = pin.value.slice(0, -1); }, text("pin.delete", language))),
      h("button", { class: "button button-primary", type: "submit" }, text("pin.send", language)))];
  });
}
