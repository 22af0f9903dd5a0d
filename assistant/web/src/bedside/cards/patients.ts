import { h } from "../../shared/dom";
import { age, day, years } from "../../shared/format";
import type { PatientsCard } from "../../shared/protocol";
import { text } from "../../shared/text";
import type { CardContext } from "./card";
import { items } from "./items";

/** Patients to choose from, each with both identifiers. */
export function patients(card: PatientsCard, context: CardContext): HTMLElement {
  const { language } = context;
  return items(card, context, patient => [
    h("span", { class: "item-words" },
      h("span", { class: "item-title" }, patient.name),
      h("span", { class: "item-note" }, `${text("patient.born", language)} ${day(patient.birthDate, language)} · ${years(age(patient.birthDate), language)}`)),
    patient.bed ? h("span", { class: "item-side" }, `${text("patient.bed", language)} ${patient.bed}`) : null,
  ], { selectable: true });
}
