import { h, show } from "../../shared/dom";
import { api } from "../api";
import { table, type Section, type SectionContext } from "../section";
import type { Word } from "../words";

interface Intents { languages: string[]; intents: { id: string; sensitivity: string; hints: Record<string, string | null> }[]; messages: { severity: string; text: string }[] }
interface Diff { added: string[]; removed: string[]; changed: string[]; setAside: string[]; intents: Intents }

/** What the packs cover in which language, and loading them anew with what has changed. */
export const intents: Section = async (place, context) => {
  const outcome = h("div", { role: "status" });
  const content = h("div");
  const draw = (data: Intents) => show(content, coverage(data, context), ...messages(data, context));
  const reload = h("button", {
    class: "button button-primary", type: "button", onclick: () => void api<Diff>("POST", "intents/reload").then(diff => {
      show(outcome, difference(diff, context));
      draw(diff.intents);
    }).catch(context.fail),
  }, context.w("intents.reload"));
  show(place, h("div", { class: "row" }, reload), outcome, content);
  draw(await api<Intents>("GET", "intents"));
};

function coverage(data: Intents, context: SectionContext): HTMLElement {
  return h("div", {}, table(context, ["intents.id", "intents.sensitivity"], data.intents.map(intent => [
    h("code", {}, intent.id), intent.sensitivity,
    h("span", {}, ...data.languages.map(language => h("span", { class: `coverage tag ${intent.hints[language] ? "tag-good" : ""}` }, `${language}: ${intent.hints[language] ?? "–"}`))),
  ])));
}

function messages(data: Intents, { w }: SectionContext): (Node | null)[] {
  if (data.messages.length === 0) return [];
  return [h("h2", {}, w("intents.messages")), h("ul", { class: "messages" }, ...data.messages.map(message =>
    h("li", {}, h("span", { class: `tag ${message.severity === "Error" ? "tag-danger" : "tag-caution"}` }, message.severity), " ", h("code", {}, message.text))))];
}

function difference(diff: Diff, { w }: SectionContext): HTMLElement {
  const parts: [Word, string[]][] = [["intents.added", diff.added], ["intents.removed", diff.removed], ["intents.changed", diff.changed], ["intents.aside", diff.setAside]];
  const said = parts.filter(([, names]) => names.length > 0);
  if (said.length === 0) return h("p", { class: "notice-line" }, w("intents.same"));
  return h("dl", { class: "facts notice-line" }, ...said.flatMap(([label, names]) => [h("dt", {}, w(label)), h("dd", {}, names.join(", "))]));
}
