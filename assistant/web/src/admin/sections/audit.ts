import { h, show } from "../../shared/dom";
import { api } from "../api";
import { table, when, type Section } from "../section";

interface Entry { time: string; doctor?: string; name?: { ru?: string; en?: string }; role?: string; operation: string; purpose: string; granted: boolean; reason: string; trust?: number; turn?: string; terminal?: string }

/** Who looked at a patient's record, or tried to. */
export const audit: Section = (place, context) => {
  const { w, language } = context;
  const field = (name: string, type: string, required = false) => h("input", { id: `audit-${name}`, name, class: "field", type, required, autocomplete: "off" });
  const [patient, doctor, from, until] = [field("patient", "text", true), field("doctor", "text"), field("from", "date"), field("until", "date")];
  const outcome = h("select", { id: "audit-outcome", class: "field" },
    h("option", { value: "" }, w("audit.any")), h("option", { value: "true" }, w("audit.granted")), h("option", { value: "false" }, w("audit.refused")));
  const result = h("div", { role: "status" });
  const search = async (event: Event) => {
    event.preventDefault();
    const query = new URLSearchParams({ patient: patient.value.trim() });
    for (const [key, value] of [["doctor", doctor.value.trim()], ["granted", outcome.value], ["from", from.value], ["until", until.value]] as const) if (value) query.set(key, value);
    const entries = await api<Entry[]>("GET", `audit?${query}`);
    show(result, table(context, ["audit.time", "audit.doctor", "audit.operation", "audit.outcome", "audit.reason", "audit.trust", "audit.terminal"], entries.map(entry => [
      when(entry.time, language), entry.name?.[language] ?? entry.doctor ?? "–", entry.operation,
      h("span", { class: `tag ${entry.granted ? "tag-good" : "tag-danger"}` }, w(entry.granted ? "audit.granted" : "audit.refused")),
      entry.reason, entry.trust?.toFixed(1) ?? "", entry.terminal ?? "",
    ])));
  };
  const labelled = (label: string, input: HTMLElement) => h("div", { class: "labelled" }, h("label", { for: input.id }, label), input);
  show(place,
    h("form", { class: "filters", onsubmit: event => void search(event).catch(context.fail) },
      labelled(w("audit.patient"), patient), labelled(w("audit.doctor"), doctor), labelled(w("audit.outcome"), outcome),
      labelled(w("audit.from"), from), labelled(w("audit.until"), until),
      h("button", { class: "button button-primary", type: "submit" }, w("audit.search"))),
    h("p", { class: "hint" }, w("audit.hint")), result);
};
