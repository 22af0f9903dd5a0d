import { h, show } from "../shared/dom";
import type { Language } from "../shared/protocol";
import { api } from "./api";
import { word, type Word } from "./words";

/** What a section is drawn with. `again` draws it anew; `fail` shows an error on top of it. */
export interface SectionContext { language: Language; w: (key: Word) => string; again: () => void; fail: (error: unknown) => void }

export type Section = (place: HTMLElement, context: SectionContext) => Promise<void> | void;

/** Fetches and draws. */
export function fetched<T>(path: string, draw: (data: T, context: SectionContext) => (Node | null)[]): Section {
  return async (place, context) => show(place, ...draw(await api<T>("GET", path), context));
}

/** A table; a cell is text or a node. */
export function table(context: SectionContext, heads: Word[], rows: (string | Node | null)[][]): HTMLElement {
  if (rows.length === 0) return h("p", { class: "empty" }, context.w("none"));
  return h("div", { class: "table", tabindex: 0, role: "region", "aria-label": context.w("title") }, h("table", {},
    h("thead", {}, h("tr", {}, ...heads.map(head => h("th", { scope: "col" }, context.w(head))), rows[0]!.length > heads.length ? h("td", {}) : null)),
    h("tbody", {}, ...rows.map(row => h("tr", {}, ...row.map(cell => h("td", {}, cell)))))));
}

/** A button that does something on the server and draws the section anew. */
export function action(context: SectionContext, label: Word, act: () => Promise<unknown>, kind = ""): HTMLElement {
  const button = h("button", {
    class: `button ${kind}`, type: "button", onclick: () => {
      button.disabled = true;
      act().then(context.again, context.fail).finally(() => { button.disabled = false; });
    },
  }, word(label, context.language));
  return button;
}

/** A date and time in the admin's time zone. */
export function when(iso: string | undefined, language: Language): string {
  return iso ? new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", { dateStyle: "short", timeStyle: "medium" }).format(new Date(iso)) : "";
}
