import { h, show } from "../../shared/dom";
import { age, day, years } from "../../shared/format";
import { icon } from "../../shared/icons";
import type { Language, Patient } from "../../shared/protocol";
import { text } from "../../shared/text";

/** The patient, always with two identifiers: name and birth date. */
export function patientBar(bar: Element, patient: Patient | null, language: Language): void {
  bar.setAttribute("aria-label", text("patient.label", language));
  if (!patient) {
    show(bar, h("p", { class: "patient-none" }, text("patient.none", language)), h("p", { class: "patient-hint" }, text("patient.noneHint", language)));
    return;
  }
  const confirmation = text(patient.confirmed ? "patient.confirmed" : "patient.unconfirmed", language);
  show(bar,
    h("p", { class: "patient-name" }, patient.name),
    h("p", { class: "patient-details" },
      h("span", {}, `${text("patient.born", language)} ${day(patient.birthDate, language)}`),
      h("span", { class: "patient-age" }, years(age(patient.birthDate), language)),
      patient.bed ? h("span", { class: "patient-bed" }, icon("bed"), `${text("patient.bed", language)} ${patient.bed}`) : null,
      h("span", { class: `tag ${patient.confirmed ? "tag-good" : "tag-caution"}` }, icon(patient.confirmed ? "check" : "warning"), confirmation)));
}
